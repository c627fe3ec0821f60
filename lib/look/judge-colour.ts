import { CONTRAST_LEAST, contrastInWords, contrastOf, leastContrast, nearestShade } from './colour'
import { groundsOf, ON_MASTHEAD, type Scheme } from './palette'

/** What is said of a colour beside its field: its contrast, and the nearest shade that can be read where it cannot. */
export type Verdict = { contrast: number; isReadable: boolean; nearest: string | null }

/** An accent is the colour of words on the paper and in its boxes. @param colour "#rrggbb" */
export function judgeAccent(scheme: Scheme, colour: string): Verdict {
  return judge(colour, (shade) => leastContrast(shade, groundsOf(scheme)))
}

/** A masthead has words on it: white, or the colour of ink, whichever can be read better. @param colour "#rrggbb" */
export function judgeMasthead(colour: string): Verdict {
  return judge(colour, (shade) => contrastOf(mastheadInk(shade), shade))
}

/** White, or the colour of ink. @param colour of the masthead */
export function mastheadInk(colour: string): string {
  const [white, ink] = ON_MASTHEAD
  return contrastOf(white, colour) >= contrastOf(ink, colour) ? white : ink
}

/** What is said where it is refused. @param what the colour would stand on, or would have on it */
export function refusalOf(colour: string, { contrast, nearest }: Verdict, what: string): string {
  const refused = `${colour} has a contrast of ${contrastInWords(contrast)} with ${what}; ${CONTRAST_LEAST}:1 is the least that everybody can read.`
  return nearest === null ? `${refused} Choose another one.` : `${refused} The nearest shade that has it is ${nearest}.`
}

function judge(colour: string, contrastOfShade: (colour: string) => number): Verdict {
  const contrast = contrastOfShade(colour)
  const isReadable = contrast >= CONTRAST_LEAST
  return {
    contrast,
    isReadable,
    nearest: isReadable ? null : nearestShade(colour, (shade) => contrastOfShade(shade) >= CONTRAST_LEAST),
  }
}
