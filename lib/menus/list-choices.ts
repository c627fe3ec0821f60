import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { entriesOf, type MenuSettings } from './menu-settings'
import { nameEntries } from './name-entries'

/** What an entry may lead to, and what those of today are called. Topics are looked for by name: there may be thousands. */
export type MenuChoices = {
  sections: { id: string; name: string }[]
  series: { id: string; name: string }[]
  /** By id. */
  names: Record<string, string>
}

/** @throws Forbidden */
export async function listMenuChoices(actor: Actor, menus: MenuSettings): Promise<MenuChoices> {
  authorise(actor, 'settings.edit')
  const select = { id: true, name: true } as const
  const [sections, series, names] = await Promise.all([
    database().section.findMany({ select, orderBy: { position: 'asc' } }),
    database().series.findMany({ select, orderBy: { name: 'asc' } }),
    nameEntries(entriesOf(menus)),
  ])
  return { sections, series, names: Object.fromEntries(names) }
}
