import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { endSessions } from '@/lib/auth/end-sessions'
import { hashPassword, NewPassword, verifyPassword } from '@/lib/auth/password'
import { countTry, forgetTries } from '@/lib/auth/rate-limits'
import { now } from '@/lib/clock'
import { database, transaction } from '@/lib/db/database'
import { Conflict, Invalid, NotSignedIn } from '@/lib/errors'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import { queueMail } from '@/lib/mail/queue-mail'
import type { Actor } from '@/lib/policy/actor'
import { factorMail } from '@/lib/second-factor/factor-mail'
import { PROOFS } from '@/lib/second-factor/limits'
import { recordRefusal } from '@/lib/second-factor/record-refusal'
import { lockPerson } from './lock-person'

export const ChangePassword = z.strictObject({ current: z.string().max(10_000), password: NewPassword })

/**
 * Sets another password. Whoever does knows the present one: that is the proof that it is they. Every other session ends at once, and links
 * for a forgotten password work no longer.
 *
 * @throws NotSignedIn
 * @throws Invalid when the present password is another one, or there is none
 * @throws Conflict when it was changed at the same moment
 * @throws RateLimited
 */
export async function changePassword(actor: Actor, input: z.output<typeof ChangePassword>): Promise<void> {
  if (actor.kind !== 'person') throw new NotSignedIn()
  await countTry(PROOFS, actor.id)
  const { passwordHash: former } = await database().person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true },
  })
  if (!(await verifyPassword(former, input.current))) {
    await recordRefusal(database(), { personId: actor.id, what: 'password' })
    throw wrong('current', 'This is not your present password.')
  }
  if (input.current === input.password) throw wrong('password', 'This is the password that you have.')
  const passwordHash = await hashPassword(input.password)
  await transaction(async (tx) => {
    const person = await lockPerson(tx, actor.id)
    if (person.status !== 'ACTIVE') throw new NotSignedIn()
    if (person.passwordHash !== former)
      throw new Conflict('Your password was changed a moment ago. Sign in with the new one.')
    await tx.person.update({ where: { id: actor.id }, data: { passwordHash } })
    await tx.invitation.deleteMany({ where: { personId: actor.id, purpose: 'RESET', usedAt: null } })
    await tx.session.updateMany({ where: { id: actor.sessionId }, data: { provenAt: now() } })
    const sessions = await endSessions(tx, actor.id, actor.sessionId)
    await recordEvent(tx, actor, {
      action: 'people.changePassword',
      thing: 'person',
      thingId: actor.id,
      detail: { sessions },
    })
    await queueMail(tx, factorMail(person, 'Your password was changed', 'Your password at the newsroom was changed.'))
  })
  await forgetTries(PROOFS, actor.id)
  await nudgeMail()
}

function wrong(field: 'current' | 'password', message: string): Invalid {
  return new Invalid(message, [{ field, code: 'wrong', message, severity: 'blocking' }])
}
