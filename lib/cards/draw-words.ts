import sharp from 'sharp'
import { CARD_FONTS } from './card-fonts'

/** Words as a picture with nothing behind them, in pixels. */
export type DrawnWords = { bytes: Buffer; width: number; height: number }

type Space = {
  width: number
  height: number
  /** Sizes of letters in pixels, the one that is wanted first. */
  sizes: readonly number[]
  /** "#rrggbb" */
  colour: string
}

/** The words in the largest size in which they fit; where they fit in none, as many as do, and an ellipsis. */
export async function drawWords(words: string, space: Space): Promise<DrawnWords> {
  for (const size of space.sizes) {
    const drawn = await draw(words, size, space)
    if (fits(drawn, space)) return drawn
  }
  return drawShortened(words, space)
}

/** Half of what is left each time: a dozen tries at most. */
async function drawShortened(words: string, space: Space): Promise<DrawnWords> {
  const size = Math.min(...space.sizes)
  const parts = partsOf(words)
  let best = await draw('…', size, space)
  let [few, many] = [1, parts.length - 1]
  while (few <= many) {
    const count = Math.floor((few + many) / 2)
    const drawn = await draw(
      `${parts
        .slice(0, count)
        .join('')
        .replace(/[\s\p{P}]+$/u, '')}…`,
      size,
      space,
    )
    if (fits(drawn, space)) best = drawn
    if (fits(drawn, space)) few = count + 1
    else many = count - 1
  }
  return best
}

/** Where a headline may be cut: between words, or between letters where it has no words. */
function partsOf(words: string): string[] {
  const parts = words.match(/\s*\S+/g) ?? []
  return parts.length > 3 ? parts : [...new Intl.Segmenter().segment(words)].map(({ segment }) => segment)
}

const fits = (drawn: DrawnWords, space: Space) => drawn.height <= space.height && drawn.width <= space.width

/** Pango breaks lines, joins letters and runs from right to left where the words do. */
async function draw(words: string, size: number, { width, colour }: Space): Promise<DrawnWords> {
  // Closer than for reading, as headlines are set; not where letters have marks above and below.
  const lineHeight = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words) ? 0.95 : 0.84
  const markup = `<span foreground="${colour}" line_height="${lineHeight}">${escapeMarkup(words)}</span>`
  const { data, info } = await sharp({
    text: { text: markup, font: `${CARD_FONTS}, ${size}`, width, dpi: 72, rgba: true, wrap: 'word-char' },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

function escapeMarkup(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
