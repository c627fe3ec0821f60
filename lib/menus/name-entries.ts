import { database, type Transaction } from '../db/database'
import { idsOf, KEPT_BY_ID, type KeptById, type MenuEntry } from './menu-entry'

/** What entries point at by id, by what it is called now. What is gone has no name. @param tx the transaction that the caller is in */
export async function nameEntries(
  entries: readonly MenuEntry[],
  tx: Transaction = database(),
): Promise<Map<string, string>> {
  const found = await Promise.all(KEPT_BY_ID.map((kind) => namesOfKind(tx, kind, idsOf(entries, kind))))
  return new Map(found.flat().map(({ id, name }) => [id, name]))
}

async function namesOfKind(
  tx: Transaction,
  kind: KeptById,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  const named = { where: { id: { in: [...ids] } }, select: { id: true, name: true } }
  if (kind === 'section') return tx.section.findMany(named)
  return kind === 'topic' ? tx.topic.findMany(named) : tx.series.findMany(named)
}
