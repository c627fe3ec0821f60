import type { Transaction } from '../db/database'

/** Whoever signs an address up or erases it comes one after the other until the transaction ends. */
export async function lockAddress(tx: Transaction, address: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`standfirst reader ${address}`}, 0))`
}
