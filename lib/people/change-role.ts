import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { transaction } from '@/lib/db/database'
import { type Actor, ROLES } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { assertNotLastAdministrator } from './last-administrator'
import { lockPerson } from './lock-person'

export const ChangeRole = z.strictObject({ id: z.uuid(), role: z.enum(ROLES) })

/**
 * Gives a person another role. It holds on their next request: the role is read with every one.
 *
 * @throws NotFound
 * @throws Conflict when the last administrator would be gone
 */
export async function changeRole(actor: Actor, input: z.output<typeof ChangeRole>): Promise<void> {
  authorise(actor, 'people.changeRole')
  await transaction(async (tx) => {
    if (input.role !== 'ADMINISTRATOR') await assertNotLastAdministrator(tx, input.id)
    const person = await lockPerson(tx, input.id)
    if (person.role === input.role) return
    await tx.person.update({ where: { id: person.id }, data: { role: input.role } })
    await recordEvent(tx, actor, {
      action: 'people.changeRole',
      thing: 'person',
      thingId: person.id,
      detail: { from: person.role, to: input.role },
    })
  })
}
