import type { Transaction } from '../db/database'
import { newId } from '../ids'
import type { ShelfKind } from './shelf'

/** Makes these the other names of a shelf, all of them. */
export async function writeAliases(
  tx: Transaction,
  kind: ShelfKind,
  shelfId: string,
  names: readonly string[],
): Promise<void> {
  const of = kind === 'topic' ? { topicId: shelfId } : { sectionId: shelfId }
  await tx.shelfAlias.deleteMany({ where: of })
  await tx.shelfAlias.createMany({ data: names.map((name) => ({ id: newId(), name, ...of })) })
}
