import { recordEvent } from '@/lib/audit'
import { transaction } from '@/lib/db/database'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { lockPerson } from './lock-person'

/**
 * Lets a deactivated person in again, with the role and the password that they had. Nothing that ended comes back: they sign in.
 *
 * @throws NotFound
 */
export async function reactivatePerson(actor: Actor, input: { id: string }): Promise<void> {
  authorise(actor, 'people.deactivate')
  await transaction(async (tx) => {
    const person = await lockPerson(tx, input.id)
    if (person.status !== 'DEACTIVATED') return
    await tx.person.update({ where: { id: person.id }, data: { status: 'ACTIVE', deactivatedAt: null } })
    await recordEvent(tx, actor, { action: 'people.reactivate', thing: 'person', thingId: person.id })
  })
}
