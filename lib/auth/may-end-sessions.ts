import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'

/** Where they are signed in is everybody's own business, whatever their role; of others it is a right. */
export function mayEndSessionsOf(actor: Actor, personId: string): boolean {
  if (actor.kind === 'person' && actor.id === personId) return true
  return can(actor, 'session.end', { ownerIds: [personId] })
}
