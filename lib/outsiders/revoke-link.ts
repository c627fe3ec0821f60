import { loadArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

/**
 * Ends a link at once. Of two who do, the first is written down; the second changes nothing.
 * @throws Forbidden
 * @throws NotFound when the article has no such link
 */
export async function revokeOutsiderLink(
  actor: Actor,
  { articleId, linkId }: { articleId: string; linkId: string },
): Promise<void> {
  await transaction(async (tx) => {
    const article = await loadArticle(tx, actor, articleId)
    authorise(actor, 'outsider.invite', ownersOf(article))
    if ((await tx.outsiderLink.count({ where: { id: linkId, articleId } })) === 0)
      throw new NotFound('This article has no such link.')
    const { count } = await tx.outsiderLink.updateMany({
      where: { id: linkId, articleId, revokedAt: null },
      data: { revokedAt: now() },
    })
    if (count === 0) return
    await recordEvent(tx, actor, {
      action: 'outsider.revoke',
      thing: 'article',
      thingId: articleId,
      detail: { linkId },
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
}
