import { recordEvent } from '@/lib/audit'
import { noticeSessionsOf } from '@/lib/auth/session-notice'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { assertNotLastAdministrator } from './last-administrator'
import { lockPerson } from './lock-person'

/**
 * Shuts a person out: every session ends in the same moment, links that were mailed stop working. Articles and bylines stay.
 * Deactivating twice changes nothing.
 *
 * @throws NotFound
 * @throws Conflict for the last administrator, and for somebody who has not accepted yet
 */
export async function deactivatePerson(actor: Actor, input: { id: string }): Promise<void> {
  authorise(actor, 'people.deactivate')
  await transaction(async (tx) => {
    await assertNotLastAdministrator(tx, input.id)
    const person = await lockPerson(tx, input.id)
    if (person.status === 'DEACTIVATED') return
    if (person.status === 'INVITED') throw new Conflict(`${person.name} has not accepted yet: revoke the invitation.`)
    await tx.person.update({ where: { id: person.id }, data: { status: 'DEACTIVATED', deactivatedAt: now() } })
    const { count: sessions } = await tx.session.deleteMany({ where: { personId: person.id } })
    await tx.invitation.deleteMany({ where: { personId: person.id, usedAt: null } })
    await recordEvent(tx, actor, {
      action: 'people.deactivate',
      thing: 'person',
      thingId: person.id,
      detail: { sessions },
    })
    await noticeSessionsOf(tx, person.id)
  })
}
