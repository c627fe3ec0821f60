import { LIMITS } from '../auth/limits'
import { countTry } from '../auth/rate-limits'
import { database } from '../db/database'

/**
 * A browser is not told any more. Whoever knows its address at the push service, which is as long as a secret, may say so; the answer is the
 * same where we do not know it.
 * @throws RateLimited
 */
export async function turnOffPush(endpoint: string, network: string): Promise<void> {
  await countTry(LIMITS.pushOffNetwork, network)
  await database().pushSubscription.deleteMany({ where: { endpoint } })
}
