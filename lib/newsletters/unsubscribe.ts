import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { NotFound } from '@/lib/errors'
import { readUnsubscribeToken } from './unsubscribe-token'

/**
 * Ends a subscription; pressing twice is pressing once. A confirmation that was still on its way ends too. One that we know no more, because
 * its reader was erased, has ended.
 * @throws NotFound when the token is not one of ours
 */
export async function unsubscribe(token: string): Promise<void> {
  const id = readUnsubscribeToken(token)
  if (id === null) throw new NotFound('This link is not one of ours.')
  const subscription = await database().subscription.findUnique({ where: { id } })
  if (subscription === null || subscription.state === 'UNSUBSCRIBED') return
  await database().subscription.update({
    where: { id: subscription.id },
    data: { state: 'UNSUBSCRIBED', unsubscribedAt: now(), confirmTokenHash: null, confirmExpiresAt: null },
  })
}
