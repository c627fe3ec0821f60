import type { Transaction } from '../db/database'
import { Forbidden } from '../errors'
import type { Actor } from '../policy/actor'
import { can, type Owned } from '../policy/policy'

/**
 * What readers have changes by nobody's hand who may not publish.
 * @throws Forbidden
 */
export function authoriseForReaders(actor: Actor): void {
  if (!can(actor, 'claim.readers')) throw new Forbidden('Readers are told of this: ask an editor.')
}

/**
 * The same for an event that a story tells: whoever may publish the story may change what readers are told of it.
 * @throws Forbidden
 */
export async function authoriseToldEvent(tx: Transaction, actor: Actor, eventId: string, story: Owned): Promise<void> {
  if (can(actor, 'claim.readers') || can(actor, 'article.publish', story)) return
  const article = { publication: { isNot: null } }
  const isPublic = (await tx.claimUse.count({ where: { eventId, layer: 'PUBLIC', article } })) > 0
  if (!isPublic) return
  const { claimId } = await tx.claimEvent.findUniqueOrThrow({ where: { id: eventId }, select: { claimId: true } })
  const showing = { claimId, layer: 'PUBLIC' as const, article: { ...article, showsClaims: true } }
  if ((await tx.claimUse.count({ where: showing })) > 0)
    throw new Forbidden('Readers are told of this: ask somebody who may publish the story.')
}
