import type { Transaction } from '../db/database'

/** Tells every process, when the transaction commits, that the rights of everybody with this role changed. */
export async function tellHolders(tx: Transaction, roleId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_notify('standfirst_sessions', id::text) FROM "Person" WHERE role = ${roleId} AND status = 'ACTIVE'`
}
