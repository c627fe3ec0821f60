import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { Gone } from '@/lib/errors'
import { hashSecret } from '@/lib/ids'

/** How many answers of one sign-in may be wrong. */
const MOST_TRIES = 5

/** A sign-in that waits for a second factor, and what its person can show. */
export type Pending = {
  id: string
  personId: string
  email: string
  method: string
  has: { app: boolean; passkeys: boolean; codes: boolean }
}

/** The sign-in of which this is the secret. Null where it has ended: too late, too many wrong answers, or done. */
export async function findPending(secret: string | undefined): Promise<Pending | null> {
  if (secret === undefined) return null
  const pending = await database().pendingSignIn.findFirst({
    where: {
      tokenHash: hashSecret(secret),
      expiresAt: { gt: now() },
      tries: { lt: MOST_TRIES },
      person: { status: 'ACTIVE' },
    },
    select: {
      ...{ id: true, personId: true, method: true },
      person: {
        select: {
          email: true,
          totpSecret: { select: { confirmedAt: true } },
          _count: { select: { passkeys: true, recoveryCodes: { where: { usedAt: null } } } },
        },
      },
    },
  })
  if (pending === null) return null
  const { email, totpSecret, _count: count } = pending.person
  return {
    ...{ id: pending.id, personId: pending.personId, email, method: pending.method },
    has: { app: totpSecret?.confirmedAt != null, passkeys: count.passkeys > 0, codes: count.recoveryCodes > 0 },
  }
}

/** Like {@link findPending}. @throws Gone when it has ended */
export async function getPending(secret: string | undefined): Promise<Pending> {
  const pending = await findPending(secret)
  if (pending === null) throw pendingEnded()
  return pending
}

export function pendingEnded(): Gone {
  return new Gone('This sign-in took too long, or too many answers were wrong. Begin again with your password.')
}

/**
 * Counts an answer before it is looked at: ten at the same moment are ten.
 * @returns how many may follow it; null where there were too many already
 */
export async function countAnswer(pendingId: string): Promise<number | null> {
  const [counted] = await database().pendingSignIn.updateManyAndReturn({
    where: { id: pendingId, expiresAt: { gt: now() }, tries: { lt: MOST_TRIES } },
    data: { tries: { increment: 1 } },
    select: { tries: true },
  })
  return counted === undefined ? null : MOST_TRIES - counted.tries
}
