import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { verifyPassword } from '@/lib/auth/password'
import { countTry, forgetTries } from '@/lib/auth/rate-limits'
import { now } from '@/lib/clock'
import { database, type Transaction, transaction } from '@/lib/db/database'
import { Invalid, NotSignedIn } from '@/lib/errors'
import { checkPasskey } from '@/lib/passkeys/check-passkey'
import { SignedByPasskey } from '@/lib/passkeys/passkey-answers'
import type { RelyingParty } from '@/lib/passkeys/relying-party'
import type { Actor } from '@/lib/policy/actor'
import { countCode } from './answer-pending'
import { AppCode } from './app-code'
import { assertPerson } from './change-factors'
import { PROOFS } from './limits'
import { type Refused, recordRefusal } from './record-refusal'
import { spendAppCode } from './spend-app-code'

/** What somebody shows to say again that it is they: whichever of these they have. */
export const Proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), password: z.string().min(1).max(10_000) }),
  z.strictObject({ kind: z.literal('code'), code: AppCode }),
  z.strictObject({ kind: z.literal('passkey'), signed: SignedByPasskey }),
])
type Proof = z.output<typeof Proof>

/**
 * Somebody who is signed in shows again that it is they: what asks for that (lib/auth/assert-proven-lately.ts) goes through for a while.
 *
 * @param passkey who asked for the signature, and what was to be signed
 * @throws Invalid when it is not right
 * @throws NotSignedIn
 * @throws RateLimited
 */
export async function prove(
  actor: Actor,
  proof: Proof,
  passkey: { party: RelyingParty; challenge: string | null } | null,
): Promise<void> {
  const person = assertPerson(actor)
  await countTry(PROOFS, person.id)
  if (proof.kind === 'code') await countCode(person.id)
  const isRight = proof.kind === 'password' ? await isPassword(person.id, proof.password) : null
  const isProven = await transaction(async (tx) => {
    if (!(isRight ?? (await isShown(tx, person.id, proof, passkey)))) return false
    const { count } = await tx.session.updateMany({
      where: { id: person.sessionId, person: { status: 'ACTIVE' } },
      data: { provenAt: now() },
    })
    if (count === 0) throw new NotSignedIn()
    const shown = { action: 'session.prove', thing: 'person', thingId: person.id, detail: { what: proof.kind } }
    await recordEvent(tx, person, shown)
    return true
  })
  if (!isProven) {
    await recordRefusal(database(), { personId: person.id, what: proof.kind satisfies Refused })
    throw new Invalid(SENTENCES[proof.kind])
  }
  await forgetTries(PROOFS, person.id)
}

const SENTENCES: Record<Proof['kind'], string> = {
  password: 'This is not your password.',
  code: 'This is not the code that your app shows now. Each code works once: wait for the next one.',
  passkey: 'This passkey is not one of yours here, or it took too long. Try again.',
}

async function isPassword(personId: string, password: string): Promise<boolean> {
  const person = await database().person.findUnique({ where: { id: personId }, select: { passwordHash: true } })
  return verifyPassword(person?.passwordHash ?? null, password)
}

async function isShown(
  tx: Transaction,
  personId: string,
  proof: Proof,
  passkey: { party: RelyingParty; challenge: string | null } | null,
): Promise<boolean> {
  if (proof.kind === 'code') return spendAppCode(tx, personId, proof.code)
  if (proof.kind !== 'passkey' || passkey === null) return false
  // It stands for itself here: with a finger, a face or a PIN.
  return (await checkPasskey(tx, { ...passkey, signed: proof.signed, verified: 'required' }, personId)) !== null
}
