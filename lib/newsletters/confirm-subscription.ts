import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { NotFound } from '@/lib/errors'
import { hashSecret } from '@/lib/ids'

/**
 * The owner of the address pressed the button behind the mailed link. The link works once.
 * @throws NotFound when the link is wrong, used, replaced by a newer one or too old
 */
export async function confirmSubscription(token: string): Promise<void> {
  const at = now()
  const confirmed = await database().subscription.updateMany({
    where: { confirmTokenHash: hashSecret(token), state: 'PENDING', confirmExpiresAt: { gt: at } },
    data: { state: 'CONFIRMED', confirmedAt: at, unsubscribedAt: null, confirmTokenHash: null, confirmExpiresAt: null },
  })
  if (confirmed.count === 0) throw new NotFound('This link has been used or is too old.')
}
