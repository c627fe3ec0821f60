import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'
import type { Action } from '../policy/table'

/** What a token may read. Few, and each named for what it opens. */
export const SCOPES = ['published:read', 'audit:read'] as const
export type Scope = (typeof SCOPES)[number]

/** In a sentence, for whoever makes a token and for the description of the API. */
export const SCOPE_WORDS: Record<Scope, string> = {
  'published:read':
    'Reads what readers have: articles as they are now, and which were withdrawn and why. Never a draft.',
  'audit:read': 'Reads who did what in the newsroom, as the audit log has it. Give it to nobody outside.',
}

/** What a person has to be allowed to give it. `null`: what everybody may read who has the paper's address. */
const NEEDS: Record<Scope, Action | null> = { 'published:read': null, 'audit:read': 'audit.read' }

/** The scopes that this person may give: nobody makes a token that may more than they may. */
export function scopesToGive(actor: Actor): Scope[] {
  return SCOPES.filter((scope) => {
    const needed = NEEDS[scope]
    return needed === null || can(actor, needed)
  })
}
