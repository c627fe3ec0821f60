import type { Transaction } from '@/lib/db/database'

/** Tells every process, when the transaction commits, that sessions of this person may have ended: open event streams look again. */
export async function noticeSessionsOf(tx: Transaction, personId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('standfirst_sessions', ${personId})`
}
