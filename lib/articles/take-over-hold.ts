import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Conflict, Forbidden } from '../errors'
import { nudgeMail } from '../jobs/nudge-mail'
import { tell } from '../notifications/tell'
import type { Actor, PersonActor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { HOLD_ACTIONS } from './holds'
import { type LoadedArticle, lockArticle, lockDraft, ownersOf } from './load-article'

type TakeOverInput = {
  articleId: string
  /** The person that it is taken from, as whoever takes it saw it. */
  from: string
}

/**
 * Takes an article that somebody holds for subbing. Nothing that the last holder wrote is lost: what is on its way is taken
 * in for some seconds more, and a notice tells them who holds the article now.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when it is not held by that person any more
 */
export async function takeOverHold(actor: Actor, { articleId, from }: TakeOverInput): Promise<void> {
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.hold', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person holds an article.')
    assertHeldBy(actor, article, from)
    const { version } = await lockDraft(tx, articleId)
    const at = now()
    await tx.article.update({ where: { id: articleId }, data: { heldById: actor.id, heldAt: at, holdChangedAt: at } })
    await tell(tx, { kind: 'TAKEN_OVER', article, by: actor, about: `${articleId} ${at.getTime()}`, to: [from] })
    await recordEvent(tx, actor, {
      action: HOLD_ACTIONS.takeOver,
      thing: 'article',
      thingId: articleId,
      detail: { from, version },
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
  await nudgeMail()
}

function assertHeldBy(actor: PersonActor, article: LoadedArticle, from: string): void {
  if (article.heldById === actor.id) throw new Conflict('You hold this article already.')
  if (article.heldById === null) throw new Conflict('Nobody holds this article any more. You can hold it now.')
  if (article.heldById !== from) throw new Conflict(`${article.heldBy?.name} has taken this article over meanwhile.`)
}
