import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { connectionPool } from '@/lib/db/database'
import { RateLimited } from '@/lib/errors'
import { hashSecret } from '@/lib/ids'

/** `tries` within `seconds`, counted in the database, so by all processes together. */
export type Limit = { name: string; tries: number; seconds: number }

/**
 * Counts a try before it is made: fifty at the same moment are fifty.
 * @param key whose tries these are. Stored as a hash: what people type has no place in a table of counters
 * @throws RateLimited when there were too many
 */
export async function countTry(limit: Limit, key: string): Promise<void> {
  try {
    await counter(limit).consume(hashSecret(key))
  } catch (error) {
    throw refusalOf(error)
  }
}

function refusalOf(error: unknown): unknown {
  return error instanceof RateLimiterRes ? new RateLimited(Math.max(1, Math.ceil(error.msBeforeNext / 1000))) : error
}

/** What is left of a limit after a try was counted. */
export type Left = { limit: number; remaining: number; resetSeconds: number }

/** As {@link countTry}, and says what is left. @throws RateLimited when there were too many */
export async function countTryOf(limit: Limit, key: string): Promise<Left> {
  try {
    const { remainingPoints, msBeforeNext } = await counter(limit).consume(hashSecret(key))
    return { limit: limit.tries, remaining: remainingPoints, resetSeconds: Math.ceil(msBeforeNext / 1000) }
  } catch (error) {
    throw refusalOf(error)
  }
}

/** Counts a try of which nobody is told that it was one too many. @returns false when it was */
export async function hasTriesLeft(limit: Limit, key: string): Promise<boolean> {
  try {
    await countTry(limit, key)
    return true
  } catch (error) {
    if (error instanceof RateLimited) return false
    throw error
  }
}

/** Takes one counted try back. */
export async function uncountTry(limit: Limit, key: string): Promise<void> {
  await counter(limit).reward(hashSecret(key))
}

/** Forgets all tries of this key. */
export async function forgetTries(limit: Limit, key: string): Promise<void> {
  await counter(limit).delete(hashSecret(key))
}

function counter({ name, tries, seconds }: Limit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: connectionPool(),
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    // The hourly job removes what has run out.
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: tries,
    duration: seconds,
  })
}
