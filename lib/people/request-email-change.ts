import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { assertProvenLately } from '@/lib/auth/assert-proven-lately'
import { LIMITS } from '@/lib/auth/limits'
import { countTry, hasTriesLeft } from '@/lib/auth/rate-limits'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/database'
import { Conflict, Forbidden, NotSignedIn } from '@/lib/errors'
import { hashSecret, newId, newSecret } from '@/lib/ids'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import { queueMail } from '@/lib/mail/queue-mail'
import type { Actor } from '@/lib/policy/actor'
import { EmailAddress } from './email-address'
import { CONFIRM_HOURS, confirmEmailMail } from './email-change-mails'
import { lockPerson } from './lock-person'

export const RequestEmailChange = z.strictObject({ email: EmailAddress })

/**
 * Asks the owner of another address to confirm that it is this person's, who signs in with it from then on. Nothing changes before that.
 * Whether somebody here has that address already is not said: then no mail goes out, and the answer is the same.
 *
 * @throws NotSignedIn
 * @throws Forbidden when it was too long ago that the person showed that it is they
 * @throws Conflict when it is their address already
 * @throws RateLimited
 */
export async function requestEmailChange(actor: Actor, { email }: z.output<typeof RequestEmailChange>): Promise<void> {
  if (actor.kind === 'nobody') throw new NotSignedIn()
  if (actor.kind !== 'person') throw new Forbidden('Only people have an address.')
  await assertProvenLately(actor)
  await countTry(LIMITS.emailChange, actor.id)
  const mayMail = await hasTriesLeft(LIMITS.emailChangeAddress, email)
  await transaction(async (tx) => {
    const person = await lockPerson(tx, actor.id)
    if (person.email === email) throw new Conflict('This is your address already.')
    await tx.emailChange.deleteMany({ where: { personId: person.id, confirmedAt: null } })
    const at = now()
    const secret = newSecret()
    await tx.emailChange.create({
      data: {
        id: newId(),
        personId: person.id,
        sessionId: actor.sessionId,
        oldEmail: person.email,
        newEmail: email,
        confirmHash: hashSecret(secret),
        createdAt: at,
        expiresAt: new Date(at.getTime() + CONFIRM_HOURS * 60 * 60 * 1000),
      },
    })
    const isTaken = (await tx.person.count({ where: { email } })) > 0
    if (mayMail && !isTaken) await queueMail(tx, confirmEmailMail({ to: email, name: person.name, secret }))
    await recordEvent(tx, actor, { action: 'people.requestEmailChange', thing: 'person', thingId: person.id })
  })
  await nudgeMail()
}
