import { hasSecondFactor } from '@/lib/auth/enter'
import type { Transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import { writeRecoveryCodes } from './recovery-codes'

/**
 * After a factor was removed: was it the last one? Then recovery codes lead nowhere any more, and go too.
 *
 * @throws Conflict when the person's role needs one
 */
export async function afterRemoval(tx: Transaction, personId: string): Promise<void> {
  if (await hasSecondFactor(tx, personId)) return
  const { heldRole } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { heldRole: { select: { needsSecondFactor: true } } },
  })
  if (heldRole.needsSecondFactor) {
    throw new Conflict(
      'Your role needs a second factor, and this is the only one that you have. Add another one first: an app for codes, or a passkey.',
    )
  }
  await tx.recoveryCode.deleteMany({ where: { personId } })
}

/** After a factor was added: the first one brings recovery codes. @returns the new codes; null where the person has some */
export async function codesWithFirst(tx: Transaction, personId: string): Promise<string[] | null> {
  const has = await tx.recoveryCode.count({ where: { personId } })
  return has > 0 ? null : writeRecoveryCodes(tx, personId)
}
