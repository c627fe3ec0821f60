import { loadArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Forbidden, NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

/**
 * Says that what an outsider wrote is dealt with. Of two who say so at once the first is named.
 * @throws Forbidden
 * @throws NotFound when the article has no such comment
 */
export async function resolveOutsiderComment(
  actor: Actor,
  { articleId, commentId }: { articleId: string; commentId: string },
): Promise<void> {
  await transaction(async (tx) => {
    const article = await loadArticle(tx, actor, articleId)
    authorise(actor, 'article.comment', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person resolves a comment.')
    if ((await tx.outsiderComment.count({ where: { id: commentId, articleId } })) === 0)
      throw new NotFound('This article has no such comment.')
    const { count } = await tx.outsiderComment.updateMany({
      where: { id: commentId, articleId, resolvedAt: null },
      data: { resolvedAt: now(), resolvedById: actor.id },
    })
    if (count === 0) return
    await recordEvent(tx, actor, {
      action: 'outsider.resolve',
      thing: 'article',
      thingId: articleId,
      detail: { commentId },
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
}
