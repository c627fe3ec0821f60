import { loadArticle, ownersOf } from '../articles/load-article'
import type { Transaction } from '../db/database'
import { Forbidden, NotFound } from '../errors'
import type { Actor, PersonActor } from '../policy/actor'
import { authorise, type Owned } from '../policy/policy'

/** What a use case of comments knows of the article that they are about. */
export type CommentedArticle = { id: string; headline: string; owned: Owned }

/**
 * The article, for somebody who may comment on it.
 * @throws NotFound, Forbidden
 */
export async function commentedArticle(
  tx: Transaction,
  actor: Actor,
  articleId: string,
): Promise<{ article: CommentedArticle; person: PersonActor }> {
  const article = await loadArticle(tx, actor, articleId)
  const owned = ownersOf(article)
  authorise(actor, 'article.comment', owned)
  if (actor.kind !== 'person') throw new Forbidden('Only a person comments.')
  return { article: { id: article.id, headline: article.headline || article.slugline, owned }, person: actor }
}

export type LockedThread = { id: string; quote: string; createdById: string; resolvedAt: Date | null }

/**
 * A thread of this article, held until the transaction ends: of two who change it the second sees what the first did.
 * @throws NotFound also for a thread of another article
 */
export async function lockThread(tx: Transaction, articleId: string, threadId: string): Promise<LockedThread> {
  await tx.$queryRaw`SELECT 1 FROM "CommentThread" WHERE id = ${threadId}::uuid FOR NO KEY UPDATE`
  const thread = await tx.commentThread.findUnique({
    where: { id: threadId, articleId },
    select: { id: true, quote: true, createdById: true, resolvedAt: true },
  })
  if (thread === null) throw new NotFound('This conversation does not exist.')
  return thread
}

/**
 * A comment of this thread that is not deleted.
 * @throws NotFound also for a comment of another thread
 */
export async function getComment(
  tx: Transaction,
  threadId: string,
  commentId: string,
): Promise<{ id: string; personId: string; text: string }> {
  const comment = await tx.comment.findUnique({
    where: { id: commentId, threadId, deletedAt: null },
    select: { id: true, personId: true, text: true },
  })
  if (comment === null) throw new NotFound('This comment does not exist any more.')
  return comment
}

/** Tells everybody who has the article open to read its comments again. */
export async function tellComments(tx: Transaction, articleId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('standfirst_comments', ${articleId})`
}
