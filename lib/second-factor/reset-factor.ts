import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { assertProvenLately } from '@/lib/auth/assert-proven-lately'
import { endSessions } from '@/lib/auth/end-sessions'
import { hasSecondFactor } from '@/lib/auth/enter'
import { transaction } from '@/lib/db/database'
import { Conflict, Forbidden } from '@/lib/errors'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import { queueMail } from '@/lib/mail/queue-mail'
import { lockPerson } from '@/lib/people/lock-person'
import type { Actor } from '@/lib/policy/actor'
import { exceeding } from '@/lib/policy/exceeding'
import { authorise } from '@/lib/policy/policy'
import { grantsOf } from '@/lib/policy/role-grants'
import { resetFactorMail } from './factor-mail'

export const ResetFactor = z.strictObject({ id: z.uuid() })

/**
 * Takes the second factor of somebody away who has lost it: app, passkeys and recovery codes. They are signed out everywhere, get a mail, and
 * sign in with the password alone; where their role needs a second factor they set one up then.
 *
 * @throws NotFound
 * @throws Forbidden for one's own, and for somebody who may do what the actor may not: it would be a way to their rights
 * @throws Conflict when there is none
 * @throws ProofNeeded
 */
export async function resetFactor(actor: Actor, { id }: z.output<typeof ResetFactor>): Promise<void> {
  authorise(actor, 'people.resetFactor')
  if (actor.kind === 'person' && actor.id === id)
    throw new Forbidden('Your own second factor is changed at “Your account”.')
  await assertProvenLately(actor)
  await transaction(async (tx) => {
    const person = await lockPerson(tx, id)
    if (exceeding(actor, grantsOf(person.heldRole)).length > 0)
      throw new Forbidden(`${person.name} may do what you may not: somebody with those rights has to do this.`)
    if (!(await hasSecondFactor(tx, id))) throw new Conflict(`${person.name} has no second factor.`)
    await tx.totpSecret.deleteMany({ where: { personId: id } })
    await tx.passkey.deleteMany({ where: { personId: id } })
    await tx.recoveryCode.deleteMany({ where: { personId: id } })
    const sessions = await endSessions(tx, id)
    await recordEvent(tx, actor, { action: 'people.resetFactor', thing: 'person', thingId: id, detail: { sessions } })
    await queueMail(tx, resetFactorMail(person, actor.kind === 'person' ? actor.name : null))
  })
  await nudgeMail()
}
