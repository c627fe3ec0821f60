import { z } from 'zod'
import { isId, safePageUrl } from '../document/addresses'
import { line } from '../settings/line'

const label = line(60)

const id = z.string().refine(isId, 'Choose one from the list.')

/** Pages of the site that a menu may lead to, with their addresses. */
export const MENU_PAGES = {
  search: '/search',
  newsletters: '/newsletters',
  corrections: '/corrections',
  alerts: '/alerts',
  feeds: '/feed.xml',
  login: '/login',
} as const

export type MenuPage = keyof typeof MENU_PAGES

const PAGES = Object.keys(MENU_PAGES) as [MenuPage, ...MenuPage[]]

/**
 * Where an entry of a menu leads. Shelves and series are kept by id: their names and addresses are those that they have now, unless the entry
 * has a label of its own. `sections` stands for all topmost sections, in their order.
 */
export const MenuEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sections') }),
  z.strictObject({ kind: z.literal('section'), id, label }),
  z.strictObject({ kind: z.literal('topic'), id, label }),
  z.strictObject({ kind: z.literal('series'), id, label }),
  z.strictObject({ kind: z.literal('page'), page: z.enum(PAGES), label }),
  z.strictObject({
    kind: z.literal('address'),
    href: z
      .string()
      .trim()
      .max(1_000, 'This address is too long.')
      .refine(isMenuAddress, 'Write an address that begins with https://, or a path of this site that begins with /.'),
    label: label.pipe(z.string().min(1, 'Say what the entry is called.')),
  }),
])
export type MenuEntry = z.output<typeof MenuEntry>

/** What entries point at by id. */
export const KEPT_BY_ID = ['section', 'topic', 'series'] as const

export type KeptById = (typeof KEPT_BY_ID)[number]

/** The ids that entries of a kind have. */
export function idsOf(entries: readonly MenuEntry[], kind: KeptById): string[] {
  return entries.flatMap((entry) => (entry.kind === kind ? [entry.id] : []))
}

/** A page of the web that nobody can listen in on, or a path of ours: nothing that a browser would take for another host. */
function isMenuAddress(href: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(href)) return false
  if (href.startsWith('/')) return !href.startsWith('//')
  return href.startsWith('https://') && safePageUrl(href) !== null
}
