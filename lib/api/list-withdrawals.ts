import type { z } from 'zod'
import { database } from '../db/database'
import { printNumber, readNumber } from './cursor'
import type { WithdrawalPage } from './shapes'

const LIST = 'events'

/** What was taken from readers, the oldest first. Whoever asks again with the cursor of the last answer misses nothing: numbers are given one after the other. */
export async function listWithdrawals({
  limit,
  cursor,
}: {
  limit: number
  cursor?: string | undefined
}): Promise<z.input<typeof WithdrawalPage>> {
  const after = readNumber(LIST, cursor)
  const found = await database().withdrawal.findMany({
    where: { number: { gt: after } },
    orderBy: { number: 'asc' },
    take: limit + 1,
  })
  const rows = found.slice(0, limit)
  return {
    events: rows.map(({ id, kind, at, articleId, reason }) => ({
      id,
      event: kind === 'article.killed' ? ('article.killed' as const) : ('article.unpublished' as const),
      time: at.toISOString(),
      articleId,
      reason,
    })),
    cursor: printNumber(LIST, rows.at(-1)?.number ?? after),
    hasMore: found.length > limit,
  }
}
