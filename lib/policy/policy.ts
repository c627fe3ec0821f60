import { Forbidden, NotSignedIn } from '../errors'
import type { Actor } from './actor'
import { type Action, CHOICES, type Grant } from './table'

/**
 * What the policy needs to know of a thing: whose it is. `ownerIds` are people, `leadIds` those who lead the desk that it is with,
 * `deskId` is that desk.
 */
export type Owned = { ownerIds: readonly string[]; leadIds?: readonly string[]; deskId?: string | null }

/**
 * May this actor do this? Without a thing the question is "to any at all?", as a menu asks it; use cases ask with the thing.
 */
export function can(actor: Actor, action: Action, thing?: Owned): boolean {
  const grant = grantFor(actor, action)
  if (grant === 'any') return true
  if (grant === 'no' || actor.kind !== 'person') return false
  if (thing === undefined || thing.leadIds?.includes(actor.id) === true) return true
  if (grant === 'desk' && thing.deskId != null && actor.deskIds.includes(thing.deskId)) return true
  return isOwnIncluded(action, grant) && thing.ownerIds.includes(actor.id)
}

/** To which things may this actor do this? For lists: the database is asked only for those. */
export function scope(
  actor: Actor,
  action: Action,
): { kind: 'all' } | { kind: 'own' | 'lead' | 'desk'; personId: string } | { kind: 'none' } {
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

/** Where somebody may do a thing to their own, they may do it to their own whatever desk it is with. */
function isOwnIncluded(action: Action, grant: Grant): boolean {
  return grant === 'own' || (grant === 'desk' && CHOICES[action].includes('own'))
}

function grantFor(actor: Actor, action: Action): Grant {
  if (actor.kind === 'system') return 'any'
  // Who may not enter may nothing of what is inside, whatever else their role says.
  if (actor.kind !== 'person' || actor.grants['newsroom.enter'] !== 'any') return 'no'
  return actor.grants[action] ?? 'no'
}
