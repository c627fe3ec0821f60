import { z } from 'zod'
import type { Transaction } from '@/lib/db/database'
import { Forbidden, Invalid } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { exceeding } from '@/lib/policy/exceeding'
import { grantsOf } from '@/lib/policy/role-grants'

/** The id of a role, as forms send it. */
export const RoleId = z.string().min(1).max(64)

/**
 * A role that the actor would give to somebody, held until the transaction ends: nobody makes it more than it was while it is given.
 *
 * @throws Invalid when there is no such role
 * @throws Forbidden when it may what the actor may not: nobody gives what they lack
 */
export async function lockRoleToGive(
  tx: Transaction,
  actor: Actor,
  roleId: string,
): Promise<{ id: string; name: string }> {
  await tx.$queryRaw`SELECT 1 FROM "Role" WHERE id = ${roleId} FOR SHARE`
  const role = await tx.role.findUnique({
    where: { id: roleId },
    select: { id: true, name: true, isBuiltIn: true, grants: true },
  })
  if (role === null) throw new Invalid('This role does not exist any more. Choose another one.')
  if (exceeding(actor, grantsOf(role)).length > 0)
    throw new Forbidden(`The role “${role.name}” may do what you may not: somebody with those rights has to give it.`)
  return { id: role.id, name: role.name }
}
