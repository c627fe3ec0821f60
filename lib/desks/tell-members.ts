import { noticeSessionsOf } from '../auth/session-notice'
import type { Transaction } from '../db/database'

/** Tells every process, when the transaction commits, that the rights of these people changed with their desks. */
export async function tellMembers(tx: Transaction, members: readonly { personId: string }[]): Promise<void> {
  for (const personId of new Set(members.map((member) => member.personId))) await noticeSessionsOf(tx, personId)
}
