import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { noticeSessionsOf } from '@/lib/auth/session-notice'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/database'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { assertNotLastAdministrator } from './last-administrator'
import { lockPerson } from './lock-person'
import { lockRoleToGive, RoleId } from './role-to-give'

export const ChangeRole = z.strictObject({ id: z.uuid(), role: RoleId })

/**
 * Gives a person another role. It holds on their next request: the role is read with every one.
 *
 * @throws NotFound
 * @throws Invalid when there is no such role
 * @throws Forbidden when the new role, or the one of before, may what the actor may not
 * @throws Conflict when the last administrator would be gone
 */
export async function changeRole(actor: Actor, input: z.output<typeof ChangeRole>): Promise<void> {
  authorise(actor, 'people.changeRole')
  await transaction(async (tx) => {
    if (input.role !== 'ADMINISTRATOR') await assertNotLastAdministrator(tx, input.id)
    const person = await lockPerson(tx, input.id)
    if (person.role === input.role) return
    const to = await lockRoleToGive(tx, actor, input.role)
    // What a role may is not taken away by somebody who may less.
    const from = await lockRoleToGive(tx, actor, person.role)
    await tx.person.update({ where: { id: person.id }, data: { role: input.role, roleSince: now() } })
    await recordEvent(tx, actor, {
      action: 'people.changeRole',
      thing: 'person',
      thingId: person.id,
      detail: { from: from.id, fromName: from.name, to: to.id, toName: to.name },
    })
    await noticeSessionsOf(tx, person.id)
  })
}
