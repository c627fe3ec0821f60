import { createHmac, hkdfSync, randomInt } from 'node:crypto'
import { z } from 'zod'
import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db/database'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'

const RECOVERY_CODES = 10

/** Letters and digits that nobody takes for another. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 16

/** A code as it is typed from paper: large letters, spaces and hyphens do not matter, nor O for 0, I and L for 1. */
export const RecoveryCodeText = z
  .string()
  .max(60)
  .transform((typed) =>
    typed.normalize('NFKC').toLowerCase().replace(/[\s-]/gu, '').replaceAll('o', '0').replace(/[il]/g, '1'),
  )
  .pipe(z.string().regex(new RegExp(`^[${SIGNS}]{${LENGTH}}$`), 'A recovery code has 16 letters and digits.'))

/**
 * Makes new codes for a person; those of before work no longer.
 * @returns the codes, as "abcd-efgh-jkmn-pqrs": shown once, and stored as hashes
 */
export async function writeRecoveryCodes(tx: Transaction, personId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode)
  await tx.recoveryCode.deleteMany({ where: { personId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ id: newId(), personId, codeHash: hashOf(personId, code), createdAt: now() })),
  })
  return codes.map((code) => (code.match(/.{4}/g) ?? []).join('-'))
}

/**
 * Uses a code up. Of two requests with one code one gets null.
 * @returns how many codes are left; null where it is none of theirs, or was used
 */
export async function spendRecoveryCode(tx: Transaction, personId: string, code: string): Promise<number | null> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { personId, codeHash: hashOf(personId, code), usedAt: null },
    data: { usedAt: now() },
  })
  return count === 1 ? tx.recoveryCode.count({ where: { personId, usedAt: null } }) : null
}

function newCode(): string {
  return Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
}

/** Eighty bits can be typed, and might be tried one by one where the database alone was read: the key that this needs is not in it. */
function hashOf(personId: string, code: string): string {
  const key = Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, 'standfirst recovery codes', '', 32))
  return createHmac('sha256', key).update(`${personId} ${code}`).digest('hex')
}
