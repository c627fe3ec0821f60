import { changedRights } from '@/lib/policy/compare-rights'
import { reach } from '@/lib/policy/exceeding'
import type { Action, Grant, Grants } from '@/lib/policy/table'
import type { KeptRole } from '@/lib/roles/readers'
import type { RoleGrants } from '@/lib/roles/role-input'

/** A role as somebody is filling it in. The days are as they were typed. */
export type RoleDraft = {
  name: string
  description: string
  grants: RoleGrants
  needsSecondFactor: boolean
  graceDays: string
}

export function draftOf(role: Omit<RoleDraft, 'graceDays'> & { graceDays: number }): RoleDraft {
  const { name, description, grants, needsSecondFactor, graceDays } = role
  return { name, description, grants, needsSecondFactor, graceDays: String(graceDays) }
}

export function sentOf(draft: RoleDraft) {
  return { ...draft, graceDays: draft.graceDays.trim() === '' ? Number.NaN : Number(draft.graceDays) }
}

export function isSameDraft(one: RoleDraft, other: RoleDraft): boolean {
  const { grants, ...rest } = one
  const { grants: others, ...otherRest } = other
  return JSON.stringify(rest) === JSON.stringify(otherRest) && changedRights(grants, others).length === 0
}

/** How far the actor's own right reaches: nobody gives more. */
export function mayGive(action: Action, grant: Grant, own: Grants): boolean {
  return reach(action, grant) <= reach(action, own[action])
}

/** What of these rights the actor may give; the others as far as theirs reach. */
export function withinOwn(grants: RoleGrants, own: Grants): RoleGrants {
  const entries = Object.entries(grants) as [Action, Grant][]
  return Object.fromEntries(
    entries.map(([action, grant]) => [action, mayGive(action, grant, own) ? grant : (own[action] ?? 'no')]),
  ) as RoleGrants
}

/** A role that can be copied. */
export type RoleToCopy = Pick<KeptRole, 'id' | 'name' | 'grants'>
