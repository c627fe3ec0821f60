import type { MenuEntry, MenuPage } from './menu-entry'
import type { MenuSettings } from './menu-settings'

/** What the settings of menus are called where they are set, and in the record. */
export const MENU_WORDS: Record<keyof MenuSettings, string> = {
  bar: 'Menu',
  footer: 'Footer',
  smallPrint: 'Small print',
}

/** What editors know the pages of the site by; readers are told of them in the paper’s language. */
export const PAGE_WORDS: Record<MenuPage, string> = {
  search: 'Search',
  newsletters: 'Newsletters',
  corrections: 'Corrections',
  alerts: 'Alerts',
  feeds: 'RSS feed',
  login: 'For the newsroom',
}

/** What an entry is called. @param names of what entries point at, by id */
export function entryInWords(entry: MenuEntry, names: ReadonlyMap<string, string>): string {
  if (entry.kind === 'sections') return 'All sections'
  if (entry.label !== '') return entry.label
  if (entry.kind === 'page') return PAGE_WORDS[entry.page]
  return entry.kind === 'address' ? entry.href : (names.get(entry.id) ?? `a ${entry.kind} that is gone`)
}

/** A setting of menus as people read it: “News, Sport, Newsletters”. @param names of what entries point at, by id */
export function menuInWords(
  name: keyof MenuSettings,
  { [name]: value }: MenuSettings,
  names: ReadonlyMap<string, string>,
): string {
  if (typeof value === 'string') return value
  return value
    .map((part) => {
      if (!('entries' in part)) return entryInWords(part, names)
      const entries = part.entries.map((entry) => entryInWords(entry, names)).join(', ')
      return part.heading === '' ? entries : `${part.heading}: ${entries}`
    })
    .join(name === 'footer' ? '; ' : ', ')
}
