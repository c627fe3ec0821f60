import { now } from '@/lib/clock'
import { type Transaction, transaction } from '@/lib/db/database'
import { hashSecret, newId, newSecret } from '@/lib/ids'
import { type FirstFactor, startSession } from './start-session'
import type { Visit } from './visit'

/** How long somebody has to show the second factor. */
export const PENDING_SECONDS = 10 * 60

/**
 * What comes of a first factor that was right. `in`: a session, with its secret. `asked`: a second factor has to be shown before there is
 * one; the secret stands in a cookie of the browser that began, and opens nothing but that question.
 */
export type Entered =
  | { kind: 'in'; personId: string; secret: string }
  | { kind: 'asked'; personId: string; pendingSecret: string }

/**
 * Lets somebody in who has shown who they are, or asks for the second factor that they have set up. Every way in ends here, so that none
 * goes around it.
 *
 * @returns null when the person was deactivated meanwhile
 */
export function enter(visit: Visit, personId: string, method: FirstFactor): Promise<Entered | null> {
  return transaction(async (tx) => {
    if (await hasSecondFactor(tx, personId)) {
      return { kind: 'asked', personId, pendingSecret: await openPending(tx, personId, method) }
    }
    const secret = await startSession(tx, personId, visit, { method, secondFactor: null })
    return secret === null ? null : { kind: 'in', personId, secret }
  })
}

/** Has somebody set up something to show besides a password? An app whose first code was never typed is not asked for. */
export async function hasSecondFactor(tx: Transaction, personId: string): Promise<boolean> {
  const totp = await tx.totpSecret.count({ where: { personId, confirmedAt: { not: null } } })
  return totp > 0 || (await tx.passkey.count({ where: { personId } })) > 0
}

async function openPending(tx: Transaction, personId: string, method: FirstFactor): Promise<string> {
  const at = now()
  const secret = newSecret()
  await tx.pendingSignIn.deleteMany({ where: { expiresAt: { lte: at } } })
  await tx.pendingSignIn.create({
    data: {
      id: newId(),
      tokenHash: hashSecret(secret),
      personId,
      method,
      createdAt: at,
      expiresAt: new Date(at.getTime() + PENDING_SECONDS * 1000),
    },
  })
  return secret
}
