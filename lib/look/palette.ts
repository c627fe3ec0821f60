/** The colours of readers' pages as custom properties: app/(site)/styles/base.css has the same, a test sees to it. */
export const PALETTE = {
  light: {
    paper: '#fdfcf9',
    raised: '#f5f2ea',
    ink: '#1b1917',
    soft: '#5f5a52',
    rule: '#ddd7ca',
    accent: '#8f1d21',
    'on-accent': '#fff',
    mark: '#f7e6a8',
  },
  dark: {
    paper: '#151413',
    raised: '#201e1c',
    ink: '#ebe7df',
    soft: '#a8a196',
    rule: '#38342f',
    accent: '#f0948b',
    'on-accent': '#2a0b0a',
    mark: '#5c4b10',
  },
} as const

/** By day and at night. */
export type Scheme = keyof typeof PALETTE

/** What stands on an accent of the paper's own. One that can be read on the paper carries these: they are no nearer to it than the paper is. */
export const ON_OWN_ACCENT: Record<Scheme, string> = { light: '#ffffff', dark: PALETTE.dark.paper }

/** What words in a masthead of the paper's own colour are set in, whichever can be read there. */
export const ON_MASTHEAD = ['#ffffff', PALETTE.light.ink] as const

/** What an accent has to be readable on: it is the colour of words on the page and in its boxes. */
export function groundsOf(scheme: Scheme): readonly string[] {
  return [PALETTE[scheme].paper, PALETTE[scheme].raised]
}
