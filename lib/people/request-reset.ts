import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { LIMITS } from '@/lib/auth/limits'
import { countTry, hasTriesLeft } from '@/lib/auth/rate-limits'
import { transaction } from '@/lib/db/database'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import { queueMail } from '@/lib/mail/queue-mail'
import { EmailAddress } from './email-address'
import { openLink } from './one-time-link'
import { resetMail } from './reset-mail'

export const RequestReset = z.strictObject({ email: EmailAddress })

/** Longer than writing a mail takes, so that the time of the answer does not tell whether one was written. */
const ANSWER_MILLISECONDS = 300

/**
 * Mails a link for a new password, if an active person has this address. Whoever asks gets the same answer either way.
 *
 * @param address where the request comes from
 * @throws RateLimited after too many from one place
 */
export async function requestReset(address: string, input: z.output<typeof RequestReset>): Promise<void> {
  await countTry(LIMITS.resetNetwork, address)
  await Promise.all([mailLink(input.email), wait(ANSWER_MILLISECONDS)])
}

async function mailLink(email: string): Promise<void> {
  // Nobody's mailbox is filled from here. Silent, because saying so would tell that the address is known.
  if (!(await hasTriesLeft(LIMITS.resetAccount, email))) return
  await transaction(async (tx) => {
    const person = await tx.person.findFirst({
      where: { email, status: 'ACTIVE' },
      select: { id: true, name: true, email: true },
    })
    if (!person) return
    const secret = await openLink(tx, 'RESET', person.id)
    await queueMail(tx, resetMail({ to: person.email, name: person.name, secret }))
    await recordEvent(tx, { kind: 'nobody' }, { action: 'people.requestReset', thing: 'person', thingId: person.id })
  })
  await nudgeMail()
}
