import { Forbidden, NotSignedIn, SecondFactorNeeded } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import type { Action } from '@/lib/policy/table'

/**
 * What a door asks for. `self` is no right of a role: whoever is signed in may look after their own password and second factor, also when
 * they have to set one up before they may do anything else.
 */
export type Permission = Action | 'self'

/**
 * Lets in whoever the door is for.
 *
 * @throws NotSignedIn
 * @throws SecondFactorNeeded when they had time to set a second factor up and have not
 * @throws Forbidden
 */
export function admit(actor: Actor, permission: Permission): void {
  if (actor.kind === 'nobody') throw new NotSignedIn()
  if (permission === 'self') return
  if (actor.kind === 'person' && actor.secondFactor?.isOverdue) throw new SecondFactorNeeded()
  if (!can(actor, permission)) throw new Forbidden()
}
