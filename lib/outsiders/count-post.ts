import { countTry, type Limit } from '../auth/rate-limits'

/** More than one person writes about one article; each is told to the newsroom by mail. */
const PER_LINK: Limit = { name: 'outsider', tries: 30, seconds: 60 * 60 }
/** Whoever tries secrets by posting is stopped here. */
const PER_NETWORK: Limit = { name: 'outsider-network', tries: 120, seconds: 60 * 60 }

/**
 * Counts what is sent behind a link before anything is done with it.
 * @param network whence it comes
 * @throws RateLimited
 */
export async function countPost(secret: string, network: string): Promise<void> {
  await countTry(PER_NETWORK, network)
  await countTry(PER_LINK, secret)
}
