import type { z } from 'zod'
import { LIMITS } from '../auth/limits'
import { countTry } from '../auth/rate-limits'
import { now } from '../clock'
import { database } from '../db/database'
import { newId } from '../ids'
import type { PushSubscriptionForm } from './push-subscription-form'

/**
 * A browser is told of breaking news from now on. The same browser again is one browser.
 * @param network where the request came from, as tries are counted
 * @throws RateLimited
 */
export async function turnOnPush(
  { endpoint, keys: { p256dh, auth } }: z.infer<typeof PushSubscriptionForm>,
  network: string,
): Promise<void> {
  await countTry(LIMITS.pushNetwork, network)
  await database().pushSubscription.upsert({
    where: { endpoint },
    create: { id: newId(), endpoint, p256dh, auth, createdAt: now() },
    update: { p256dh, auth },
  })
}
