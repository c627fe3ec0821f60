import { Forbidden, NotSignedIn } from '../errors'
import type { Actor } from './actor'
import { type Action, type Grant, policy } from './table'

/** What the policy needs to know of a thing: whose it is. `ownerIds` are people, `leadIds` those who lead the desk that it is with. */
export type Owned = { ownerIds: readonly string[]; leadIds?: readonly string[] }

/**
 * May this actor do this? Without a thing the question is "to any at all?", as a menu asks it; use cases ask with the thing.
 */
export function can(actor: Actor, action: Action, thing?: Owned): boolean {
  const grant = grantFor(actor, action)
  if (grant === 'any') return true
  if (grant === 'no' || actor.kind !== 'person') return false
  if (thing === undefined || thing.leadIds?.includes(actor.id) === true) return true
  return grant === 'own' && thing.ownerIds.includes(actor.id)
}

/** Which things may this actor do this to? For lists: the database is asked only for those. */
export function scope(
  actor: Actor,
  action: Action,
): { kind: 'all' } | { kind: 'own' | 'lead'; personId: string } | { kind: 'none' } {
  const grant = grantFor(actor, action)
  if (grant === 'any') return { kind: 'all' }
  return grant !== 'no' && actor.kind === 'person' ? { kind: grant, personId: actor.id } : { kind: 'none' }
}

/**
 * @throws NotSignedIn when nobody is there
 * @throws Forbidden when the policy says no
 */
export function authorise(actor: Actor, action: Action, thing?: Owned): void {
  if (actor.kind === 'nobody') throw new NotSignedIn()
  if (!can(actor, action, thing)) throw new Forbidden()
}

function grantFor(actor: Actor, action: Action): Grant {
  if (actor.kind === 'system') return 'any'
  return actor.kind === 'person' ? policy[action][actor.role] : 'no'
}
