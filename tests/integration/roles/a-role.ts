import { createPerson } from '@/lib/people/create-person'
import type { PersonActor } from '@/lib/policy/actor'
import { ACTIONS, builtInGrants } from '@/lib/policy/role-grants'
import type { Grants } from '@/lib/policy/table'
import { createRole } from '@/lib/roles/create-role'
import type { RoleGrants, RoleInput } from '@/lib/roles/role-input'
import { enterAgain, PASSWORD, SYSTEM } from '../people/newsroom'

let number = 0

/** What a form would send: these rights, and elsewhere none. */
export function aForm(grants: Grants, of: Partial<RoleInput> = {}): RoleInput {
  number++
  const name = `Role ${number}`
  return { name, description: '', grants: whole(grants), needsSecondFactor: false, graceDays: 7, ...of }
}

export function whole(grants: Grants): RoleGrants {
  return Object.fromEntries(ACTIONS.map((action) => [action, grants[action] ?? 'no'])) as RoleGrants
}

/** A role of the paper's own. */
export async function aRole(grants: Grants, of: Partial<RoleInput> = {}): Promise<RoleInput & { id: string }> {
  const form = aForm(grants, of)
  return { ...form, ...(await createRole(SYSTEM, form)) }
}

/** Somebody with this role, who has signed in. */
export async function withRole(role: string, name = 'Idris Fenner'): Promise<PersonActor & { secret: string }> {
  number++
  const email = `holder-${number}@newsroom.test`
  await createPerson(SYSTEM, { name, email, role, password: PASSWORD })
  return enterAgain(email)
}

export const reporter = (): RoleGrants => whole(builtInGrants('REPORTER'))
export const editor = (): RoleGrants => whole(builtInGrants('EDITOR'))
export const administrator = (): RoleGrants => whole(builtInGrants('ADMINISTRATOR'))
