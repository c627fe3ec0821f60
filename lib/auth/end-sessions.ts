import type { Transaction } from '@/lib/db/database'
import { noticeSessionsOf } from './session-notice'

/**
 * Ends the sessions of a person, at once, and sign-ins of theirs that wait for a second factor: what they were begun with may be known to
 * somebody else.
 *
 * @param but the session that goes on: the one in which this is done
 * @returns how many ended
 */
export async function endSessions(tx: Transaction, personId: string, but?: string): Promise<number> {
  const { count } = await tx.session.deleteMany({
    where: { personId, ...(but === undefined ? {} : { id: { not: but } }) },
  })
  await tx.pendingSignIn.deleteMany({ where: { personId } })
  await noticeSessionsOf(tx, personId)
  return count
}
