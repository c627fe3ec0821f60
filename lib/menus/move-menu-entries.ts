import type { Transaction } from '../db/database'
import { tag } from '../reader-cache/tags'
import { lockSettings, writeSetting } from '../settings/change-group'
import { readGroup } from '../settings/setting-group'
import type { KeptById, MenuEntry } from './menu-entry'
import { MENUS } from './menu-settings'

/**
 * Menus follow what took in a shelf that vanishes, and leave out what is deleted.
 * @param intoId null where nothing takes it in
 * @returns what has to be made anew for it
 */
export async function moveMenuEntries(
  tx: Transaction,
  kind: KeptById,
  id: string,
  intoId: string | null,
): Promise<string[]> {
  await lockSettings(tx)
  const { bar, footer } = await readGroup(MENUS, tx)
  const move = (entries: readonly MenuEntry[]) => moved(entries, kind, id, intoId)
  const [movedBar, movedFooter] = [move(bar), footer.map((column) => ({ ...column, entries: move(column.entries) }))]
  const changes = [
    { key: MENUS.keys.bar, before: bar, after: movedBar },
    { key: MENUS.keys.footer, before: footer, after: movedFooter },
  ].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  for (const { key, after } of changes) await writeSetting(tx, key, after)
  return changes.length === 0 ? [] : [tag.settings]
}

/** Where both stand in one list, one of them is enough. */
function moved(entries: readonly MenuEntry[], kind: KeptById, id: string, intoId: string | null): MenuEntry[] {
  const isOf = (entry: MenuEntry, wantedId: string | null) => entry.kind === kind && entry.id === wantedId
  const stays = intoId !== null && !entries.some((entry) => isOf(entry, intoId))
  return entries.flatMap((entry): MenuEntry[] => {
    if (entry.kind !== kind || entry.id !== id) return [entry]
    return stays ? [{ ...entry, id: intoId }] : []
  })
}
