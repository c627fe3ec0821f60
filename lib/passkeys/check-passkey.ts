import { type VerifiedAuthenticationResponse, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db/database'
import { log } from '@/lib/log'
import { recordRefusal } from '@/lib/second-factor/record-refusal'
import type { SignedByPasskey } from './passkey-answers'
import type { RelyingParty } from './relying-party'

/**
 * `challenge`: what was to be signed, null where nothing was. `verified`: whether the passkey has to have asked for a finger, a face or a PIN,
 * so that it counts for two factors.
 */
export type PasskeyUse = {
  party: RelyingParty
  challenge: string | null
  signed: SignedByPasskey
  verified: 'required' | 'welcome'
}

/**
 * Whose passkey signed this? Null where it is unknown, of somebody else than `personId`, of somebody who may not sign in, or signed something
 * else; and where it counts less uses than we have seen, so that there is a copy of it.
 *
 * @param personId null where nobody has said yet who they are
 */
export async function checkPasskey(
  tx: Transaction,
  { party, challenge, signed, verified }: PasskeyUse,
  personId: string | null,
): Promise<{ personId: string } | null> {
  const passkey = await tx.passkey.findFirst({
    where: { credentialId: signed.id, person: { status: 'ACTIVE' }, ...(personId === null ? {} : { personId }) },
  })
  if (passkey === null || challenge === null || !isOwnHandle(signed, passkey.personId)) return null
  const info = await verify(passkey, { party, challenge, signed, verified })
  if (info === null) return null
  const isCounted = await tx.$executeRaw`
    UPDATE "Passkey" SET counter = ${info.newCounter}, "lastUsedAt" = ${now()}, "isBackedUp" = ${info.credentialBackedUp}
    WHERE id = ${passkey.id}::uuid AND (counter < ${info.newCounter} OR (counter = 0 AND ${info.newCounter} = 0))`
  if (isCounted === 0) {
    log.warn({ personId: passkey.personId, passkeyId: passkey.id }, 'a passkey counts less uses than were seen')
    await recordRefusal(tx, { personId: passkey.personId, what: 'counter' })
    return null
  }
  return { personId: passkey.personId }
}

/** A passkey that says whose it is says so of its owner. */
function isOwnHandle({ response: { userHandle } }: SignedByPasskey, personId: string): boolean {
  return userHandle == null || Buffer.from(userHandle, 'base64url').toString('utf8') === personId
}

async function verify(
  passkey: { credentialId: string; publicKey: Uint8Array },
  { party, challenge, signed, verified }: PasskeyUse & { challenge: string },
): Promise<VerifiedAuthenticationResponse['authenticationInfo'] | null> {
  const { userHandle, ...response } = signed.response
  try {
    const answer = await verifyAuthenticationResponse({
      response: {
        ...{ id: signed.id, rawId: signed.rawId, type: signed.type, clientExtensionResults: {} },
        response: { ...response, ...(userHandle == null ? {} : { userHandle }) },
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: verified === 'required',
      // Uses are counted in the row, so that two at once cannot both be the next.
      credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
    })
    return answer.verified ? answer.authenticationInfo : null
  } catch (error) {
    log.info({ reason: error instanceof Error ? error.message : 'unknown' }, 'a passkey was refused')
    return null
  }
}
