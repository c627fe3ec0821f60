import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { countTry } from '@/lib/auth/rate-limits'
import { database } from '@/lib/db/database'
import { CHALLENGES } from '@/lib/second-factor/limits'
import { CHALLENGE_SECONDS, openChallenge } from './challenges'
import type { RelyingParty } from './relying-party'

/**
 * What a browser hands to a passkey to be signed, and the secret for its cookie.
 *
 * @param of whose passkeys may sign: null where nobody has said yet who they are, and the browser offers those that it has
 * @throws RateLimited
 */
export async function askToSign(
  party: RelyingParty,
  of: { address: string; personId: string | null; verified: 'required' | 'welcome' },
) {
  await countTry(CHALLENGES, of.address)
  const { secret, challenge } = await openChallenge(of.personId)
  const passkeys =
    of.personId === null
      ? []
      : await database().passkey.findMany({
          where: { personId: of.personId },
          select: { credentialId: true, transports: true },
        })
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: CHALLENGE_SECONDS * 1000,
    userVerification: of.verified === 'required' ? 'required' : 'preferred',
    allowCredentials: passkeys.map(({ credentialId: id, transports }) => ({ id, transports })),
  })
  return { secret, options }
}
