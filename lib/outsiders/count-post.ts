import { LIMITS } from '../auth/limits'
import { countTry } from '../auth/rate-limits'

/**
 * Counts what is sent behind a link before anything is done with it.
 * @param network whence it comes
 * @throws RateLimited
 */
export async function countPost(secret: string, network: string): Promise<void> {
  await countTry(LIMITS.outsiderNetwork, network)
  await countTry(LIMITS.outsiderLink, secret)
}
