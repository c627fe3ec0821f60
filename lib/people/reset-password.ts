import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { endSessions } from '@/lib/auth/end-sessions'
import { hashPassword, NewPassword } from '@/lib/auth/password'
import { forgetSignInsOfAccount } from '@/lib/auth/sign-in-limits'
import { transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import { actorOf } from './actor-of'
import { findLink } from './find-link'
import { lockPerson } from './lock-person'
import { useUpLink } from './one-time-link'

export const ResetPassword = z.strictObject({ token: z.string().max(100), password: NewPassword })

/**
 * Sets a new password behind a mailed link. Every session of the person ends: whoever else was in is out. A second factor stays, and is
 * asked for at the next sign-in.
 *
 * @returns the e-mail to sign in with
 * @throws Conflict when the link is unknown, was used, or is too old
 */
export async function resetPassword(input: z.output<typeof ResetPassword>): Promise<{ email: string }> {
  if ((await findLink(['RESET'], input.token)).state !== 'open') throw deadLink()
  const passwordHash = await hashPassword(input.password)
  const email = await transaction(async (tx) => {
    const link = await useUpLink(tx, ['RESET'], input.token)
    if (!link?.personId) throw deadLink()
    const person = await lockPerson(tx, link.personId)
    if (person.status !== 'ACTIVE') throw deadLink()
    await tx.person.update({ where: { id: person.id }, data: { passwordHash } })
    const sessions = await endSessions(tx, person.id)
    const actor = actorOf(person)
    await recordEvent(tx, actor, {
      action: 'people.resetPassword',
      thing: 'person',
      thingId: person.id,
      detail: { sessions },
    })
    return person.email
  })
  await forgetSignInsOfAccount(email)
  return { email }
}

function deadLink(): Conflict {
  return new Conflict('This link was used already or has run out. Ask for another one.')
}
