import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { commentedArticle, getComment, lockThread, tellComments } from './load-thread'

type Input = { articleId: string; threadId: string; commentId: string }

/**
 * Takes the words of a comment away, one's own or, as an editor, anybody's. Its place in the conversation stays, and so does
 * the conversation; nobody is told of it any more.
 *
 * @throws NotFound, Forbidden
 */
export async function deleteComment(actor: Actor, { articleId, threadId, commentId }: Input): Promise<void> {
  await transaction(async (tx) => {
    await commentedArticle(tx, actor, articleId)
    await lockThread(tx, articleId, threadId)
    const comment = await getComment(tx, threadId, commentId)
    authorise(actor, 'comment.delete', { ownerIds: [comment.personId] })
    await tx.comment.update({ where: { id: commentId }, data: { text: '', deletedAt: now() } })
    await tx.notification.deleteMany({ where: { commentId } })
    await recordEvent(tx, actor, {
      action: 'comment.delete',
      thing: 'article',
      thingId: articleId,
      detail: { threadId, commentId },
    })
    await tellComments(tx, articleId)
  })
}
