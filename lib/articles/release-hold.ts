import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { Conflict, Forbidden } from '../errors'
import type { Actor, PersonActor } from '../policy/actor'
import { cutRevision } from './cut-revision'
import { HOLD_ACTIONS, mayRelease } from './holds'
import { type LoadedArticle, lockArticle, lockDraft, ownersOf } from './load-article'

/**
 * Gives an article that was held for subbing back to everybody who may edit it. When words were changed since the hold began,
 * the text as it was subbed is kept as a revision.
 *
 * @throws Forbidden when somebody else holds it, except for administrators
 * @throws NotFound
 * @throws Conflict when nobody holds it
 */
export async function releaseHold(actor: Actor, { articleId }: { articleId: string }): Promise<void> {
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    if (actor.kind !== 'person') throw new Forbidden('Only a person releases an article.')
    const holderId = assertMayRelease(actor, article)
    await letGoOf(tx, actor, { articleId, holderId })
  })
}

/**
 * Ends a hold in the caller's transaction, which holds the article.
 * @param actor who ends it; a system's revision is under the name of whoever held it
 */
export async function letGoOf(
  tx: Transaction,
  actor: Actor,
  { articleId, holderId }: { articleId: string; holderId: string },
): Promise<void> {
  const draft = await lockDraft(tx, articleId)
  await tx.article.update({
    where: { id: articleId },
    data: { heldById: null, heldAt: null, holdChangedAt: now() },
  })
  if (draft.version > (await versionWhenHeld(tx, articleId))) {
    const by = actor.kind === 'person' ? actor : { id: holderId }
    await cutRevision(tx, by, { articleId, ...draft, reason: 'SUBBED' })
  }
  await recordEvent(tx, actor, {
    action: HOLD_ACTIONS.release,
    thing: 'article',
    thingId: articleId,
    detail: { from: holderId, version: draft.version },
  })
  await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
}

/** Answers who holds it. */
function assertMayRelease(actor: PersonActor, article: LoadedArticle): string {
  if (article.heldById === null) throw new Conflict('Nobody holds this article any more.')
  if (!mayRelease(actor, article, ownersOf(article)))
    throw new Forbidden(`${article.heldBy?.name} holds this article. Take it over first, or ask for it.`)
  return article.heldById
}

/** The version that the draft had when the hold began, whoever has taken it over since. */
async function versionWhenHeld(tx: Transaction, articleId: string): Promise<number> {
  const begun = await tx.auditEvent.findFirst({
    where: { thing: 'article', thingId: articleId, action: HOLD_ACTIONS.begin },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { detail: true },
  })
  return (begun?.detail as { version?: number } | undefined)?.version ?? -1
}
