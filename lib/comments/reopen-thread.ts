import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { commentedArticle, lockThread, tellComments } from './load-thread'

/**
 * Opens a resolved conversation again. One that is open stays as it is.
 * @throws NotFound, Forbidden
 */
export async function reopenThread(
  actor: Actor,
  { articleId, threadId }: { articleId: string; threadId: string },
): Promise<void> {
  await transaction(async (tx) => {
    await commentedArticle(tx, actor, articleId)
    const thread = await lockThread(tx, articleId, threadId)
    if (thread.resolvedAt === null) return
    await tx.commentThread.update({ where: { id: threadId }, data: { resolvedAt: null, resolvedById: null } })
    await recordEvent(tx, actor, {
      action: 'comment.reopen',
      thing: 'article',
      thingId: articleId,
      detail: { threadId },
    })
    await tellComments(tx, articleId)
  })
}
