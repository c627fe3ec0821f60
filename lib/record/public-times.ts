import { database } from '../db/database'

const WITHDRAWALS = ['article.unpublish', 'article.kill']

/** When articles were taken from readers, the earliest first, by article: the audit log alone keeps every time. */
export async function readWithdrawals(articleIds: readonly string[]): Promise<Map<string, Date[]>> {
  const times = new Map<string, Date[]>()
  if (articleIds.length === 0) return times
  const events = await database().auditEvent.findMany({
    where: { thing: 'article', thingId: { in: [...articleIds] }, action: { in: WITHDRAWALS } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { thingId: true, at: true },
  })
  for (const { thingId, at } of events) {
    if (thingId !== null) times.set(thingId, [...(times.get(thingId) ?? []), at])
  }
  return times
}

/** When readers had an edition no more: the next one came, or the article was withdrawn. Null: they have it still. */
export function endOf(publishedAt: Date, nextAt: Date | undefined, withdrawals: readonly Date[]): Date | null {
  const withdrawnAt = withdrawals.find((at) => at >= publishedAt)
  if (nextAt === undefined) return withdrawnAt ?? null
  return withdrawnAt !== undefined && withdrawnAt < nextAt ? withdrawnAt : nextAt
}
