import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { NotFound } from '../errors'
import { hashSecret, newId, newSecret } from '../ids'
import { nudgeMail } from '../jobs/nudge-mail'
import { queueMail } from '../mail/queue-mail'
import { EmailAddress } from '../people/email-address'
import { readGroup } from '../settings/setting-group'
import { SIGN_IN } from '../settings/sign-in-settings'
import { LIMITS } from './limits'
import { countTry, hasTriesLeft } from './rate-limits'
import { safePath } from './safe-path'
import { LINK_MINUTES, signInLinkMail } from './sign-in-link-mail'

export const RequestSignInLink = z.strictObject({ email: EmailAddress, next: z.string().max(2000) })

/** Longer than writing a mail takes, so that the time of the answer does not tell whether one was written. */
const ANSWER_MILLISECONDS = 300

/**
 * Mails a link that signs in, if an active person has this address. Whoever asks gets the same answer either way, and a secret for the
 * cookie of their browser: the link works nowhere else.
 *
 * @param address where the request comes from
 * @throws NotFound while the paper does not offer it
 * @throws RateLimited after too many from one place
 */
export async function requestSignInLink(
  address: string,
  { email, next }: z.output<typeof RequestSignInLink>,
): Promise<{ browserSecret: string }> {
  await assertLinksAreOn()
  await countTry(LIMITS.linkNetwork, address)
  const browserSecret = newSecret()
  await Promise.all([mailLink(email, safePath(next), browserSecret), wait(ANSWER_MILLISECONDS)])
  return { browserSecret }
}

/** @throws NotFound */
export async function assertLinksAreOn(): Promise<void> {
  if (!(await readGroup(SIGN_IN)).linkOn) throw new NotFound('Links to sign in with are not offered here.')
}

async function mailLink(email: string, next: string, browserSecret: string): Promise<void> {
  // Nobody's mailbox is filled from here. Silent, because saying so would tell that the address is known.
  if (!(await hasTriesLeft(LIMITS.linkAccount, email))) return
  await transaction(async (tx) => {
    const person = await tx.person.findFirst({
      where: { email, status: 'ACTIVE' },
      select: { id: true, name: true, email: true },
    })
    if (!person) return
    const at = now()
    const secret = newSecret()
    await tx.signInLink.create({
      data: {
        id: newId(),
        personId: person.id,
        tokenHash: hashSecret(secret),
        browserHash: hashSecret(browserSecret),
        next,
        createdAt: at,
        expiresAt: new Date(at.getTime() + LINK_MINUTES * 60 * 1000),
      },
    })
    await queueMail(tx, signInLinkMail({ to: person.email, name: person.name, secret }))
    await recordEvent(tx, { kind: 'nobody' }, { action: 'people.requestLink', thing: 'person', thingId: person.id })
  })
  await nudgeMail()
}
