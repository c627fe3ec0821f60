import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/** The families of the files in `fonts`, in the order in which they are looked through for a sign. */
export const CARD_FONTS = 'Standfirst Card Serif,Noto Naskh Arabic SemiBold,Noto Serif Hebrew SemiBold'

let loading: Promise<void> | undefined

/** Makes the fonts known to what draws, once for the process. */
export function loadCardFonts(): Promise<void> {
  loading ??= load()
  return loading
}

async function load(): Promise<void> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'lib/cards/fonts')
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ttf'))
  // A file that was named once is known from then on, whatever is drawn next.
  for (const file of files)
    await sharp({ text: { text: 'x', font: `${CARD_FONTS}, 10`, fontfile: join(folder, file) } }).toBuffer()
}
