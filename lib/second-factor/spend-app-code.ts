import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db/database'
import { openText } from '@/lib/seal-text'
import { stepOfCode } from './app-code'

/**
 * Is this a code that the person's app shows now? Then it is used up, and every one before it: of two requests with one code one gets no.
 *
 * @throws CannotOpen when the server's secret is another one than when the app was set up
 */
export async function spendAppCode(tx: Transaction, personId: string, code: string): Promise<boolean> {
  const app = await tx.totpSecret.findFirst({
    where: { personId, confirmedAt: { not: null } },
    select: { sealed: true },
  })
  if (app === null) return false
  const step = stepOfCode(openText(app.sealed, 'totp', personId), code, now())
  if (step === null) return false
  const { count } = await tx.totpSecret.updateMany({
    where: { personId, sealed: app.sealed, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 1
}
