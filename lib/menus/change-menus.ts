import { z } from 'zod'
import type { Transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { type ChangeResult, changeGroup } from '../settings/change-group'
import { refusal } from '../shelves/refusal'
import { KEPT_BY_ID, type MenuEntry } from './menu-entry'
import { entriesOf, MENUS, MenuSettings } from './menu-settings'
import { menuInWords } from './menu-words'
import { nameEntries } from './name-entries'

export const ChangeMenus = z.strictObject({
  ...MenuSettings.shape,
  /** The menus that the person saw: what is as it was there is left alone. */
  seen: MenuSettings,
})

/**
 * Changes the menus that stand on every page.
 * @throws Invalid when an entry leads to something that does not exist
 */
export async function changeMenus(
  actor: Actor,
  { seen, ...wanted }: z.output<typeof ChangeMenus>,
): Promise<ChangeResult<MenuSettings>> {
  return changeGroup(actor, MENUS, {
    seen,
    wanted,
    check: async (tx, changed) => {
      if (changed.includes('bar')) await assertThere(tx, 'bar', wanted.bar)
      if (changed.includes('footer')) await assertThere(tx, 'footer', entriesOf({ bar: [], footer: wanted.footer }))
    },
    // As they are called today: the record says what was on the page.
    inRecord: async (tx, name, values) => menuInWords(name, values, await nameEntries(entriesOf(values), tx)),
  })
}

/** @throws Invalid when an entry leads to something that somebody has deleted meanwhile */
async function assertThere(tx: Transaction, field: string, entries: readonly MenuEntry[]): Promise<void> {
  const names = await nameEntries(entries, tx)
  for (const entry of entries) {
    if (KEPT_BY_ID.some((kind) => kind === entry.kind) && 'id' in entry && !names.has(entry.id))
      throw refusal(field, 'unknown', `A ${entry.kind} in this list does not exist any more: take it out.`)
  }
}
