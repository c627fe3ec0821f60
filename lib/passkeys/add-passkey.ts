import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { assertProvenLately } from '@/lib/auth/assert-proven-lately'
import { now } from '@/lib/clock'
import { database, isUniqueViolation } from '@/lib/db/database'
import { Conflict, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { log } from '@/lib/log'
import type { Actor } from '@/lib/policy/actor'
import { assertPerson, changeFactors } from '@/lib/second-factor/change-factors'
import { codesWithFirst } from '@/lib/second-factor/last-factor'
import { readSettings } from '@/lib/settings/settings'
import { CHALLENGE_SECONDS, openChallenge, spendChallenge } from './challenges'
import { MadePasskey } from './passkey-answers'
import { PasskeyName } from './passkey-name'
import type { RelyingParty } from './relying-party'

const MOST_PASSKEYS = 20

/**
 * What a browser makes a passkey from, and the secret for its cookie. The passkey is one that the browser finds by itself later, and that asks
 * for a finger, a face or a PIN: so it stands for password and second factor together.
 *
 * @throws NotSignedIn
 * @throws ProofNeeded
 */
export async function askToMakePasskey(actor: Actor, party: RelyingParty) {
  const person = assertPerson(actor)
  await assertProvenLately(person)
  const { name } = await readSettings(database())
  const { secret, challenge } = await openChallenge(person.id)
  const has = await database().passkey.findMany({
    where: { personId: person.id },
    select: { credentialId: true, transports: true },
  })
  const options = await generateRegistrationOptions({
    rpName: name,
    rpID: party.id,
    userID: new Uint8Array(Buffer.from(person.id)),
    userName: person.email,
    userDisplayName: person.name,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: CHALLENGE_SECONDS * 1000,
    attestationType: 'none',
    excludeCredentials: has.map(({ credentialId: id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { secret, options }
}

export const AddPasskey = z.strictObject({ name: PasskeyName, made: MadePasskey })

/**
 * Keeps a passkey that the browser has made. With the first second factor come recovery codes.
 *
 * @param secret of the browser's cookie
 * @returns the recovery codes; null where the person has some already
 * @throws Invalid when it was made for something else, or too late
 * @throws Conflict when it is kept already, or there are too many
 * @throws NotSignedIn
 * @throws ProofNeeded
 */
export async function addPasskey(
  actor: Actor,
  { name, made }: z.output<typeof AddPasskey>,
  { party, secret }: { party: RelyingParty; secret: string | undefined },
): Promise<{ recoveryCodes: string[] | null }> {
  const challenge = await spendChallenge(secret, assertPerson(actor).id)
  const info = challenge === null ? null : await verify(made, challenge, party)
  if (info === null) throw new Invalid('This passkey could not be added. Try again.')
  const { credential, credentialBackedUp: isBackedUp } = info
  try {
    return await changeFactors(actor, async (tx, person) => {
      const personId = person.id
      if ((await tx.passkey.count({ where: { personId } })) >= MOST_PASSKEYS)
        throw new Conflict(`You have ${MOST_PASSKEYS} passkeys. Remove one that you do not use first.`)
      await tx.passkey.create({
        data: {
          ...{ id: newId(), personId, name, isBackedUp, createdAt: now(), credentialId: credential.id },
          publicKey: new Uint8Array(credential.publicKey),
          counter: credential.counter,
          transports: (credential.transports ?? []).slice(0, 20),
        },
      })
      return {
        ...{ value: { recoveryCodes: await codesWithFirst(tx, personId) }, action: 'factor.add', what: 'passkey' },
        subject: 'A passkey was added',
        sentence: `The passkey “${name}” was added to your account at the newsroom. Whoever has it can sign in with it.`,
      }
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict('This passkey is in the list already.')
    throw error
  }
}

async function verify(made: MadePasskey, challenge: string, party: RelyingParty) {
  const { clientDataJSON, attestationObject, transports } = made.response
  try {
    const answer = await verifyRegistrationResponse({
      response: {
        ...{ id: made.id, rawId: made.rawId, type: made.type, clientExtensionResults: {} },
        response: { clientDataJSON, attestationObject, ...(transports === undefined ? {} : { transports }) },
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    })
    return answer.verified ? answer.registrationInfo : null
  } catch (error) {
    log.info({ reason: error instanceof Error ? error.message : 'unknown' }, 'a passkey was not added')
    return null
  }
}
