import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { NotFound } from '@/lib/errors'
import { readUnsubscribeToken } from './unsubscribe-token'

/**
 * Ends a subscription; pressing twice is pressing once. A confirmation that was still on its way ends too.
 * @throws NotFound when the token is not one of ours
 */
export async function unsubscribe(token: string): Promise<void> {
  const id = readUnsubscribeToken(token)
  const subscription = id === null ? null : await database().subscription.findUnique({ where: { id } })
  if (subscription === null) throw new NotFound('This link is not one of ours.')
  if (subscription.state === 'UNSUBSCRIBED') return
  await database().subscription.update({
    where: { id: subscription.id },
    data: { state: 'UNSUBSCRIBED', unsubscribedAt: now(), confirmTokenHash: null, confirmExpiresAt: null },
  })
}
