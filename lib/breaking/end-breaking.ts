import { lockArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { Conflict, Forbidden } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import { endBannerOf } from './end-banner-of'
import { stopAlertsOf } from './stop-alerts-of'

/**
 * Takes the banner down before its time. What was not sent yet of its alert is not sent.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when there is none of this article any more
 */
export async function endBreaking(actor: Actor, { articleId }: { articleId: string }): Promise<void> {
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.break', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person ends a banner.')
    if (!(await endBannerOf(tx, articleId))) throw new Conflict('Its banner has ended already.')
    await stopAlertsOf(tx, articleId, 'Somebody ended it first.')
    await recordEvent(tx, actor, { action: 'breaking.end', thing: 'article', thingId: articleId })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
  purgeLocally([tag.breaking])
}
