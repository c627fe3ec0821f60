import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { changedRights } from '../policy/compare-rights'
import { authorise } from '../policy/policy'
import { toStored } from '../policy/role-grants'
import { assertRole } from './assert-role'
import { lockRoles } from './load-role'
import { rightsDetail } from './role-detail'
import type { RoleInput } from './role-input'

/**
 * Makes a role of the paper's own, which nobody has yet.
 * @throws Forbidden when it would may what the actor may not
 * @throws Invalid when the name is taken
 */
export async function createRole(actor: Actor, input: RoleInput): Promise<{ id: string }> {
  authorise(actor, 'role.edit')
  return transaction(async (tx) => {
    const acting = await lockRoles(tx, actor)
    await assertRole(tx, acting, input, null)
    const { name, description, needsSecondFactor, graceDays } = input
    const id = newId()
    const at = now()
    await tx.role.create({
      data: {
        ...{ id, name, description, needsSecondFactor, graceDays },
        grants: toStored({ id, isBuiltIn: false }, input.grants),
        secondFactorSince: needsSecondFactor ? at : null,
        createdAt: at,
      },
    })
    await recordEvent(tx, acting, {
      action: 'role.create',
      thing: 'role',
      thingId: id,
      detail: {
        name,
        ...rightsDetail(changedRights({}, input.grants)),
        ...(needsSecondFactor ? { needsSecondFactor } : {}),
      },
    })
    return { id }
  })
}
