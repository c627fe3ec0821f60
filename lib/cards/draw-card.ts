import sharp from 'sharp'
import { PALETTE } from '../look/palette'
import { loadCardFonts } from './card-fonts'
import { CARD_SIZE, type CardWords, canBeDrawn } from './card-of'
import { type DrawnWords, drawWords } from './draw-words'

/** The colours of readers' pages by day. */
const COLOURS = PALETTE.light

const MARGIN = 80
const WIDTH = CARD_SIZE.width - 2 * MARGIN

/** A card for social networks: the paper's name and a headline on its colours. @returns a PNG of {@link CARD_SIZE} */
export async function drawCard({ headline, paper, direction, accent }: CardWords): Promise<Buffer> {
  await loadCardFonts()
  const name = await drawName(drawable(paper), accent)
  const words = await drawWords(drawable(headline), {
    ...{ width: WIDTH, height: 350, sizes: [84, 72, 60, 52], colour: COLOURS.ink },
  })
  const place = ({ bytes, width }: DrawnWords, top: number) => ({
    ...{ input: bytes, top, left: direction === 'rtl' ? CARD_SIZE.width - MARGIN - width : MARGIN },
  })
  return sharp({ create: { ...CARD_SIZE, channels: 3, background: COLOURS.paper } })
    .composite([
      { input: stripe(CARD_SIZE.width, 18, accent), top: 0, left: 0 },
      ...(name === null ? [] : [place(name, 78)]),
      { input: stripe(WIDTH, 2, COLOURS.rule), top: 164, left: MARGIN },
      place(words, 212),
    ])
    .png({ palette: true })
    .toBuffer()
}

/** Null where nothing of it can be drawn. */
async function drawName(paper: string, accent: string): Promise<DrawnWords | null> {
  if (!canBeDrawn(paper)) return null
  return drawWords(paper, { width: WIDTH, height: 60, sizes: [40, 32, 24], colour: accent })
}

function stripe(width: number, height: number, background: string) {
  return { create: { width, height, channels: 3 as const, background } }
}

/** Our fonts have no emoji. */
function drawable(words: string): string {
  const plain = words.replace(/\p{Emoji_Presentation}|\ufe0f|\p{Cc}/gu, ' ').replace(/\s+/g, ' ')
  return plain.trim()
}
