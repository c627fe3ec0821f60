import { loadArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Forbidden, NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

/**
 * Somebody looked at what happened to a link's target and is content with the article as it is. Clearing twice is no error:
 * the first one counts.
 *
 * @throws Forbidden when the actor may not edit the article
 * @throws NotFound when the article has no such notice
 */
export async function clearLinkNotice(
  actor: Actor,
  { articleId, noticeId }: { articleId: string; noticeId: string },
): Promise<void> {
  await transaction(async (tx) => {
    const article = await loadArticle(tx, actor, articleId)
    authorise(actor, 'article.edit', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person looks.')
    const notice = await tx.linkNotice.findFirst({ where: { id: noticeId, articleId } })
    if (notice === null) throw new NotFound('This notice does not exist.')
    const { count } = await tx.linkNotice.updateMany({
      where: { id: noticeId, clearedAt: null },
      data: { clearedAt: now(), clearedById: actor.id },
    })
    if (count === 0) return
    await recordEvent(tx, actor, {
      action: 'article.edit',
      thing: 'article',
      thingId: articleId,
      detail: { clearedNotice: notice.reason, targetId: notice.targetId },
    })
  })
}
