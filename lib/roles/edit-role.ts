import type { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Prisma, transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { changedRights } from '../policy/compare-rights'
import { authorise } from '../policy/policy'
import { toStored } from '../policy/role-grants'
import { assertRole } from './assert-role'
import { type LoadedRole, lockRole, lockRoles } from './load-role'
import { rightsDetail } from './role-detail'
import type { EditRole, RoleInput } from './role-input'
import { tellHolders } from './tell-holders'

/**
 * Gives a role another name, other rights, another need of a second factor. It holds on the next request of everybody who has it; what they
 * have open hears of it at once. Where nothing is different, nothing happens.
 *
 * @throws NotFound
 * @throws Conflict when somebody changed it since the form was opened
 * @throws Forbidden when the role, before or after, may what the actor may not
 * @throws Invalid when the name is taken, or for what is fixed of administrators
 */
export async function editRole(actor: Actor, input: z.output<typeof EditRole>): Promise<void> {
  authorise(actor, 'role.edit')
  await transaction(async (tx) => {
    const acting = await lockRoles(tx, actor)
    const role = await lockRole(tx, acting, input)
    await assertRole(tx, acting, input, role)
    const detail = whatChanges(role, input)
    if (Object.keys(detail).length === 0) return
    const { name, description, needsSecondFactor, graceDays } = input
    await tx.role.update({
      where: { id: role.id },
      data: {
        ...{ name, description, needsSecondFactor, graceDays },
        grants: toStored(role, input.grants),
        secondFactorSince: needsSecondFactor ? (role.secondFactorSince ?? now()) : null,
        version: { increment: 1 },
      },
    })
    await recordEvent(tx, acting, {
      action: 'role.edit',
      thing: 'role',
      thingId: role.id,
      detail: { ...detail, name },
    })
    await tellHolders(tx, role.id)
  })
}

function whatChanges(role: LoadedRole, input: RoleInput): Prisma.InputJsonObject {
  const fields = ['needsSecondFactor', 'graceDays', 'description'] as const
  const changed = fields.filter((field) => role[field] !== input[field])
  return {
    ...rightsDetail(changedRights(role.rights, input.grants)),
    ...Object.fromEntries(changed.map((field) => [field, { from: role[field], to: input[field] }])),
    ...(role.name === input.name ? {} : { formerName: role.name }),
  }
}
