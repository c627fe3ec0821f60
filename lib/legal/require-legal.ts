import { lockArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

/**
 * From now on the article goes out only with the words and fields that a lawyer signed. Saying so twice changes nothing.
 * @throws Forbidden, NotFound
 */
export async function requireLegal(actor: Actor, { articleId }: { articleId: string }): Promise<void> {
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.askLegal', ownersOf(article))
    if (article.isLegalRequired) return
    await tx.article.update({ where: { id: articleId }, data: { isLegalRequired: true } })
    await recordEvent(tx, actor, { action: 'legal.require', thing: 'article', thingId: articleId })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
}
