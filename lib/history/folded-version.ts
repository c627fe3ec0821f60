import type { Transaction } from '../db/database'

/**
 * The version up to which the steps of an article are folded away: 0 where all of them are there. What a tab wrote on an
 * earlier version cannot be brought up to date by steps.
 */
export async function foldedVersion(tx: Transaction, articleId: string): Promise<number> {
  const first = await tx.step.findFirst({
    where: { articleId },
    orderBy: { version: 'asc' },
    select: { version: true },
  })
  if (first !== null) return first.version - 1
  const draft = await tx.draft.findUnique({ where: { articleId }, select: { version: true } })
  return draft?.version ?? 0
}
