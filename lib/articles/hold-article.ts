import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Conflict, Forbidden } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { HOLD_ACTIONS, isHeldByOther } from './holds'
import { lockArticle, lockDraft, ownersOf } from './load-article'

/**
 * Holds an article for subbing, whatever its state: until it is released, everybody else reads it and comments. Holding what
 * one holds already changes nothing.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when somebody else holds it
 */
export async function holdArticle(actor: Actor, { articleId }: { articleId: string }): Promise<void> {
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.hold', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person holds an article.')
    if (isHeldByOther(actor, article)) throw new Conflict(`${article.heldBy?.name} holds this article already.`)
    if (article.heldById === actor.id) return
    const { version } = await lockDraft(tx, articleId)
    const at = now()
    await tx.article.update({ where: { id: articleId }, data: { heldById: actor.id, heldAt: at, holdChangedAt: at } })
    await recordEvent(tx, actor, {
      action: HOLD_ACTIONS.begin,
      thing: 'article',
      thingId: articleId,
      detail: { version },
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
}
