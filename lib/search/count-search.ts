import { countedAddress } from '../auth/client-address'
import { LIMITS } from '../auth/limits'
import { countTry } from '../auth/rate-limits'
import { RateLimited } from '../errors'
import { log } from '../log'

/**
 * Counts a reader's search whose answer is not kept. A search that cannot be counted is not refused for that.
 *
 * @param address as the socket or a proxy of ours says it
 * @returns null, or after how many seconds it may be asked again when there were too many
 */
export async function countSearch(address: string): Promise<number | null> {
  try {
    await countTry(LIMITS.searchNetwork, countedAddress(address))
    return null
  } catch (error) {
    if (error instanceof RateLimited) return error.retryAfterSeconds
    log.warn({ error: error instanceof Error ? error.message : String(error) }, 'a search could not be counted')
    return null
  }
}
