import type { Look } from './look'
import { PALETTE, type Scheme } from './palette'

/** What browsers paint their own bars in: the colour of the masthead, else the paper's own accent, else that of the page. */
export function themeColours(look: Look): { colour: string; media?: string }[] {
  if (look.scheme !== 'device') return [{ colour: themeColour(look.scheme, look) }]
  return (['light', 'dark'] as const).map((scheme) => ({
    colour: themeColour(scheme, look),
    media: `(prefers-color-scheme: ${scheme})`,
  }))
}

function themeColour(scheme: Scheme, { accent, accentDark, masthead, mastheadDark }: Look): string {
  const [ground, own] = scheme === 'light' ? [masthead, accent] : [mastheadDark, accentDark]
  if (ground !== '') return ground
  return own === PALETTE[scheme].accent ? PALETTE[scheme].paper : own
}
