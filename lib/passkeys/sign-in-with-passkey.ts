import { countSignIn, forgetSignIns } from '@/lib/auth/sign-in-limits'
import { startSession } from '@/lib/auth/start-session'
import type { Visit } from '@/lib/auth/visit'
import { database, transaction } from '@/lib/db/database'
import { NotSignedIn } from '@/lib/errors'
import { recordRefusal } from '@/lib/second-factor/record-refusal'
import { checkPasskey, type PasskeyUse } from './check-passkey'

/**
 * Lets in whoever has a passkey that asked for a finger, a face or a PIN: something that they have and something that they know or are. So it
 * counts for both factors, and no other is asked for.
 *
 * @returns whose session it is, and its secret
 * @throws NotSignedIn whatever was wrong, without saying what
 * @throws RateLimited
 */
export async function signInWithPasskey(
  visit: Visit,
  use: Omit<PasskeyUse, 'verified'>,
): Promise<{ personId: string; secret: string }> {
  const owner = await database().passkey.findUnique({
    where: { credentialId: use.signed.id },
    select: { personId: true, person: { select: { email: true } } },
  })
  const tries = { account: owner?.person.email ?? use.signed.id, address: visit.address }
  await countSignIn({ ...tries, personId: owner?.personId ?? null })
  const signedIn = await transaction(async (tx) => {
    const found = await checkPasskey(tx, { ...use, verified: 'required' }, null)
    if (found === null) return null
    const shown = { method: 'passkey', secondFactor: null } as const
    const secret = await startSession(tx, found.personId, visit, shown)
    return secret === null ? null : { personId: found.personId, secret }
  })
  if (signedIn === null) {
    await recordRefusal(database(), { personId: owner?.personId ?? null, what: 'passkey', address: visit.address })
    throw new NotSignedIn('This passkey does not let you in here. Try again, or use your password.')
  }
  await forgetSignIns(tries)
  return signedIn
}
