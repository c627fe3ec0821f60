import type { Transaction } from '../db/database'

/** One change of the paper's checklists at a time, until the transaction ends: what a person saw can be compared, and orders have no twins. */
export async function lockChecklists(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst checklists'))`
}
