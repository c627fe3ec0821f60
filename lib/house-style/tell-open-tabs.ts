import type { Transaction } from '@/lib/db/database'

/** Tells everybody who has an article open, when the transaction commits, that the house style changed. */
export async function tellOpenTabs(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('standfirst_style', '')`
}

/** One change of the house style at a time, until the transaction ends: two people cannot write the same rule at once. */
export async function lockHouseStyle(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst house style'))`
}
