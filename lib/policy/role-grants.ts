import { BUILT_IN_ROLES, type BuiltInRole } from './actor'
import { type Action, CHOICES, type Grants, policy } from './table'

const ACTIONS = Object.keys(policy) as Action[]

/** A role as its row has it. */
export type StoredRole = { id: string; isBuiltIn: boolean; grants: unknown }

/**
 * What a role may do. A built-in one may what its row says, and elsewhere what the table does: a right that a later version of this
 * program brings is theirs at once. One of the paper's own may what its row says and nothing else. What the row cannot mean, such as
 * a right that no longer exists, is left out. Administrators may all of it, whatever somebody wrote into the row: else nobody could
 * mend it.
 */
export function grantsOf(role: StoredRole): Grants {
  const isFixed = role.id === 'ADMINISTRATOR'
  const stored = isFixed || typeof role.grants !== 'object' || role.grants === null ? {} : role.grants
  const grants: Grants = role.isBuiltIn && isBuiltIn(role.id) ? { ...builtInGrants(role.id) } : {}
  for (const action of ACTIONS) {
    const said = Object.hasOwn(stored, action) ? (stored as Record<string, unknown>)[action] : undefined
    const grant = CHOICES[action].find((choice) => choice === said)
    if (grant !== undefined) grants[action] = grant
  }
  return grants
}

/** What a built-in role may do as long as nobody changed it. */
export function builtInGrants(role: BuiltInRole): Grants {
  return Object.fromEntries(ACTIONS.map((action) => [action, policy[action][role]]))
}

function isBuiltIn(id: string): id is BuiltInRole {
  return BUILT_IN_ROLES.some((role) => role === id)
}
