import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { hashSecret } from '@/lib/ids'

/** What the secret of a mail about a change of address does at the moment, and which address is signed in with afterwards. */
export type EmailChangeState = { kind: 'confirm' | 'undo'; email: string } | { kind: 'dead' }

/** Looking changes nothing: mail programs look too. */
export async function findEmailChange(secret: string): Promise<EmailChangeState> {
  const hash = hashSecret(secret)
  const change = await database().emailChange.findFirst({
    where: {
      OR: [
        { confirmHash: hash, confirmedAt: null },
        { undoHash: hash, undoneAt: null },
      ],
      expiresAt: { gt: now() },
      person: { status: 'ACTIVE' },
    },
    select: { confirmHash: true, oldEmail: true, newEmail: true },
  })
  if (change === null) return { kind: 'dead' }
  return change.confirmHash === hash
    ? { kind: 'confirm', email: change.newEmail }
    : { kind: 'undo', email: change.oldEmail }
}
