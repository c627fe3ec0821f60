import { LIMITS } from '../auth/limits'
import { countTry } from '../auth/rate-limits'
import type { Transaction } from '../db/database'
import { Conflict } from '../errors'
import type { Actor } from '../policy/actor'

/** What a list of them can still be read from, and sent in one answer. */
const MOST_COMMENTS = 2_000

/** @throws RateLimited */
export async function countComment(actor: Actor): Promise<void> {
  if (actor.kind === 'person') await countTry(LIMITS.comment, actor.id)
}

/** @throws Conflict when the article has as many comments as it may have */
export async function assertRoom(tx: Transaction, articleId: string): Promise<void> {
  const count = await tx.comment.count({ where: { thread: { articleId } } })
  if (count >= MOST_COMMENTS) throw new Conflict('This article has as many comments as it can have.')
}
