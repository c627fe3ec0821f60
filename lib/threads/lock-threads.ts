import type { Transaction } from '../db/database'

/**
 * Lets one transaction at a time change what follows what, until it ends: two people could otherwise make a circle between
 * them. Take it after the article's own lock, always in this order.
 */
export async function lockThreads(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst_threads'))`
}
