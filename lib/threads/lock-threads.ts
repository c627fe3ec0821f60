import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'

// What follows what is right only as a whole: two people could otherwise make a circle between them. Take the lock after the article's own,
// always in this order, and before any publication is written.

/** Lets one transaction at a time change what follows what, until it ends. */
export async function lockThreads(tx: Transaction): Promise<void> {
  await sqlOn(tx)`SELECT pg_advisory_xact_lock(hashtext('standfirst_threads'))::text`
}

/**
 * For an article that is published or withdrawn. One that follows nothing, neither before nor after, changes no thread but the one that
 * begins with it, and only by being there: several of those go at once, and none while somebody changes what follows what.
 */
export async function lockThreadsOf(tx: Transaction, ...followsIds: (string | null)[]): Promise<void> {
  if (followsIds.some((id) => id !== null)) return lockThreads(tx)
  await sqlOn(tx)`SELECT pg_advisory_xact_lock_shared(hashtext('standfirst_threads'))::text`
}
