import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'
import type { Action } from '../policy/table'
import { SCOPES, type Scope } from './scopes'

/** What a person has to be allowed to give it. `null`: what everybody may read who has the paper's address. */
const NEEDS: Record<Scope, Action | null> = { 'published:read': null, 'audit:read': 'audit.read' }

/** The scopes that this person may give: nobody makes a token that may more than they may. */
export function scopesToGive(actor: Actor): Scope[] {
  return SCOPES.filter((scope) => {
    const needed = NEEDS[scope]
    return needed === null || can(actor, needed)
  })
}
