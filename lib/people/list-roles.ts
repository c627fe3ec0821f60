import { database } from '@/lib/db/database'
import type { Actor } from '@/lib/policy/actor'
import { exceeding } from '@/lib/policy/exceeding'
import { authorise } from '@/lib/policy/policy'
import { grantsOf } from '@/lib/policy/role-grants'

/** A role to choose. `canGive`: it may nothing that the actor may not. */
export type RoleChoice = { id: string; name: string; description: string; canGive: boolean }

/** Every role, the built-in ones first, in the order of how they were made. */
export async function listRoles(actor: Actor): Promise<RoleChoice[]> {
  authorise(actor, 'people.list')
  return readRoles(actor)
}

/** The roles that the actor may give, in the same order. */
export async function listRolesToGive(actor: Actor): Promise<RoleChoice[]> {
  authorise(actor, 'people.invite')
  return (await readRoles(actor)).filter(({ canGive }) => canGive)
}

async function readRoles(actor: Actor): Promise<RoleChoice[]> {
  const roles = await database().role.findMany({
    orderBy: [{ isBuiltIn: 'desc' }, { createdAt: 'asc' }, { name: 'asc' }],
  })
  return roles.map((role) => ({
    id: role.id,
    name: role.name,
    description: role.description,
    canGive: exceeding(actor, grantsOf(role)).length === 0,
  }))
}
