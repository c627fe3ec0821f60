import type { BuiltInRole } from './actor'
import { isBuiltInRole } from './built-in-roles'
import { type Action, CHOICES, type Grants, policy } from './table'

/** Every right that there is. */
export const ACTIONS = Object.keys(policy) as Action[]

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
  const grants: Grants = role.isBuiltIn && isBuiltInRole(role.id) ? { ...builtInGrants(role.id) } : {}
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

/** What is to be written into a role's row: of a built-in one where it differs from the table, of the paper's own what it may. */
export function toStored(role: { id: string; isBuiltIn: boolean }, grants: Grants): Grants {
  const usual: Grants = role.isBuiltIn && isBuiltInRole(role.id) ? builtInGrants(role.id) : {}
  return Object.fromEntries(
    ACTIONS.map((action) => [action, grants[action] ?? 'no'] as const).filter(
      ([action, grant]) => grant !== (usual[action] ?? 'no'),
    ),
  )
}
