import { LIMITS } from '@/lib/auth/limits'
import { countTry } from '@/lib/auth/rate-limits'
import { now } from '@/lib/clock'
import { type Transaction, transaction } from '@/lib/db/database'
import { NotFound } from '@/lib/errors'
import { hashSecret, newId, newSecret } from '@/lib/ids'
import { queueMail } from '@/lib/mail/queue-mail'
import { lockAddress } from '@/lib/privacy/lock-address'
import { readSettings } from '@/lib/settings/settings'
import { alreadySubscribedMail, confirmationMail } from './mails'

/** How long the link in the confirmation mail works. */
const CONFIRM_DAYS = 7

type Request = {
  /** As EmailAddress gives it. */
  email: string
  newsletterId: string
  /** Where the request came from, as tries are counted. */
  network: string
}

/**
 * Asks the owner of an address to confirm that they want a newsletter. Whoever asks learns nothing about the address: known
 * or not, one mail goes out and the answer is the same.
 *
 * @throws RateLimited
 * @throws NotFound when there is no such newsletter
 */
export async function subscribe({ email, newsletterId, network }: Request): Promise<void> {
  await countTry(LIMITS.newsletterNetwork, network)
  await countTry(LIMITS.newsletterAddress, email)
  const settings = await readSettings()
  await transaction(async (tx) => {
    const newsletter = await tx.newsletter.findUnique({ where: { id: newsletterId } })
    if (newsletter === null) throw new NotFound('There is no such newsletter.')
    await lockAddress(tx, email)
    const occasion = { to: email, settings, newsletter }
    const subscription = await lockSubscription(tx, newsletterId, email)
    if (subscription.state === 'CONFIRMED') {
      await queueMail(tx, alreadySubscribedMail(occasion, subscription.id))
      return
    }
    const token = newSecret()
    await tx.subscription.update({
      where: { id: subscription.id },
      data: {
        state: 'PENDING',
        requestedAt: now(),
        confirmTokenHash: hashSecret(token),
        confirmExpiresAt: new Date(now().getTime() + CONFIRM_DAYS * 24 * 60 * 60 * 1000),
      },
    })
    await queueMail(tx, confirmationMail(occasion, token, CONFIRM_DAYS))
  })
}

/** The row of this address and newsletter, made when missing, held until the transaction ends. */
async function lockSubscription(tx: Transaction, newsletterId: string, email: string) {
  await tx.subscriber.createMany({ data: [{ id: newId(), email, createdAt: now() }], skipDuplicates: true })
  const subscriber = await tx.subscriber.findUniqueOrThrow({ where: { email } })
  const key = { newsletterId, subscriberId: subscriber.id }
  await tx.subscription.createMany({
    data: [{ ...key, id: newId(), state: 'PENDING', requestedAt: now() }],
    skipDuplicates: true,
  })
  await tx.$queryRaw`
    SELECT 1 FROM "Subscription"
    WHERE "newsletterId" = ${newsletterId}::uuid AND "subscriberId" = ${subscriber.id}::uuid FOR UPDATE`
  return tx.subscription.findUniqueOrThrow({ where: { newsletterId_subscriberId: key } })
}
