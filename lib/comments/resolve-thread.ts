import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { commentedArticle, lockThread, tellComments } from './load-thread'

/**
 * Says that a conversation is settled. Of two who say so at once the first is named; the second changes nothing.
 * @throws NotFound, Forbidden
 */
export async function resolveThread(
  actor: Actor,
  { articleId, threadId }: { articleId: string; threadId: string },
): Promise<void> {
  await transaction(async (tx) => {
    const { person } = await commentedArticle(tx, actor, articleId)
    const thread = await lockThread(tx, articleId, threadId)
    if (thread.resolvedAt !== null) return
    await tx.commentThread.update({ where: { id: threadId }, data: { resolvedAt: now(), resolvedById: person.id } })
    await recordEvent(tx, actor, {
      action: 'comment.resolve',
      thing: 'article',
      thingId: articleId,
      detail: { threadId },
    })
    await tellComments(tx, articleId)
  })
}
