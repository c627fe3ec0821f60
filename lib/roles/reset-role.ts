import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { BUILT_IN_WORDS, isBuiltInRole } from '../policy/built-in-roles'
import { changedRights } from '../policy/compare-rights'
import { authorise } from '../policy/policy'
import { builtInGrants } from '../policy/role-grants'
import { assertRole } from './assert-role'
import { lockRole, lockRoles } from './load-role'
import { rightsDetail } from './role-detail'
import type { RoleGrants, SeenRole } from './role-input'
import { tellHolders } from './tell-holders'

/**
 * Gives a built-in role back the name and the rights with which it came. Whether it needs a second factor stays.
 *
 * @throws NotFound
 * @throws Conflict when somebody changed it since the page was opened
 * @throws Forbidden when the role, before or after, may what the actor may not
 * @throws Invalid for a role of the paper's own, and when another role has its former name
 */
export async function resetRole(actor: Actor, seen: SeenRole): Promise<void> {
  authorise(actor, 'role.edit')
  await transaction(async (tx) => {
    const acting = await lockRoles(tx, actor)
    const role = await lockRole(tx, acting, seen)
    if (!isBuiltInRole(role.id)) throw new Invalid('Only a role that came with the app can be as it came.')
    const { needsSecondFactor, graceDays } = role
    const words = BUILT_IN_WORDS[role.id]
    const grants = builtInGrants(role.id) as RoleGrants
    await assertRole(tx, acting, { ...words, grants, needsSecondFactor, graceDays }, role)
    await tx.role.update({ where: { id: role.id }, data: { ...words, grants: {}, version: { increment: 1 } } })
    await recordEvent(tx, acting, {
      action: 'role.reset',
      thing: 'role',
      thingId: role.id,
      detail: {
        name: words.name,
        ...(role.name === words.name ? {} : { formerName: role.name }),
        ...rightsDetail(changedRights(role.rights, grants)),
      },
    })
    await tellHolders(tx, role.id)
  })
}
