import { ownership, ownersOf } from '../articles/load-article'
import type { Transaction } from '../db/database'
import { Forbidden } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'

/**
 * Files behind an event are for whoever may mark words of a story that tells it; where no story does, for whoever keeps the register.
 * @throws NotSignedIn, Forbidden
 */
export async function authoriseEvidence(tx: Transaction, actor: Actor, eventId: string): Promise<void> {
  authorise(actor, 'claim.mark')
  if (!(await eventsOpenTo(tx, actor, [eventId])).has(eventId))
    throw new Forbidden('This is told by a story of others: ask somebody who may edit it.')
}

/** Of these events, those whose files the actor may keep and remove. */
export async function eventsOpenTo(tx: Transaction, actor: Actor, eventIds: readonly string[]): Promise<Set<string>> {
  const ids = [...eventIds]
  const uses = await tx.claimUse.findMany({
    where: { eventId: { in: ids } },
    select: { eventId: true, article: { select: ownership } },
  })
  const told = await tx.claimEvent.findMany({
    where: { id: { in: ids }, articleId: { not: null } },
    select: { id: true, article: { select: ownership } },
  })
  const stories = [...uses, ...told.map(({ id, article }) => ({ eventId: id, article }))]
  const isOurs = (eventId: string) => {
    const telling = stories.filter((story) => story.eventId === eventId)
    if (telling.length === 0) return can(actor, 'claim.register')
    return telling.some(({ article }) => article !== null && can(actor, 'claim.mark', ownersOf(article)))
  }
  return new Set(ids.filter(isOurs))
}
