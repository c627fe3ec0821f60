import { createHash } from 'node:crypto'
import { mastheadInk } from './judge-colour'
import type { Look } from './look'
import { ON_OWN_ACCENT, PALETTE, type Scheme } from './palette'
import { TYPE_RULES } from './type-faces'

type ColoursOf = Pick<Look, 'accent' | 'accentDark' | 'masthead' | 'mastheadDark' | 'scheme'>

/**
 * What a paper's own look adds to the style sheet of readers' pages; empty where it has none. Its rules weigh more than those, wherever
 * the link to it stands. Print keeps ink on white.
 */
export function printLook(look: Look): string {
  const colours = look.scheme === 'device' ? followDevice(look) : keepTo(look.scheme, look)
  return colours + TYPE_RULES[look.type] + logoRules(look)
}

/** Where the sheet lies: another address for each other content, so that a browser may keep it for ever. Null for a paper without. */
export function lookPath(look: Look): string | null {
  const sheet = printLook(look)
  return sheet === '' ? null : `/look.css?v=${markOf(sheet)}`
}

/** @param sheet as {@link printLook} prints it */
export function markOf(sheet: string): string {
  return createHash('sha256').update(sheet).digest('base64url').slice(0, 10)
}

function followDevice(look: ColoursOf): string {
  return (['light', 'dark'] as const)
    .map((scheme) =>
      within(`screen and (prefers-color-scheme:${scheme})`, root(ownAccent(scheme, look)) + masthead(scheme, look)),
    )
    .join('')
}

/** One of the two whatever the device says: its colours are all printed, because half of the devices have the others. */
function keepTo(scheme: Scheme, look: ColoursOf): string {
  const all = { 'color-scheme': scheme, ...asProperties({ ...PALETTE[scheme], ...ownColours(scheme, look) }) }
  return within('screen', root(all) + masthead(scheme, look))
}

function ownAccent(scheme: Scheme, look: ColoursOf): Record<string, string> {
  return asProperties(ownColours(scheme, look))
}

function ownColours(scheme: Scheme, { accent, accentDark }: ColoursOf): Record<string, string> {
  const own = scheme === 'light' ? accent : accentDark
  return own === PALETTE[scheme].accent ? {} : { accent: own, 'on-accent': ON_OWN_ACCENT[scheme] }
}

function asProperties(colours: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(colours).map(([name, value]) => [`--${name}`, value]))
}

/** From one edge of the window to the other. Everything in it has the one colour that can be read there. */
function masthead(scheme: Scheme, look: ColoursOf): string {
  const colour = scheme === 'light' ? look.masthead : look.mastheadDark
  if (colour === '') return ''
  const ink = mastheadInk(colour)
  const properties = {
    ...asProperties({ paper: colour, ink, soft: ink, accent: ink, rule: ink }),
    ...{ background: colour, color: ink, 'box-shadow': `0 0 0 100vmax ${colour}`, 'clip-path': 'inset(0 -100vmax)' },
  }
  return `.masthead{${declare(properties)}}.masthead ::placeholder{color:inherit;opacity:1}`
}

/** As high as letters of the name with their room above and below. */
function logoRules({ logo, masthead: colour }: Look): string {
  if (logo === null) return ''
  const shape = '.nameplate img{width:auto;height:1.4em;max-width:100%;object-fit:contain;background:none}'
  // A logo that was drawn for a coloured ground could not be seen on white paper.
  const ground = `.nameplate a{display:inline-block;padding:.3em;background:${colour};print-color-adjust:exact}`
  return colour === '' ? shape : shape + within('print', ground)
}

function root(properties: Record<string, string>): string {
  return Object.keys(properties).length === 0 ? '' : `:root:root{${declare(properties)}}`
}

function within(media: string, rules: string): string {
  return rules === '' ? '' : `@media ${media}{${rules}}`
}

function declare(properties: Record<string, string>): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}
