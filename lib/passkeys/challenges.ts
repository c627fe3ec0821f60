import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { hashSecret, newId, newSecret } from '@/lib/ids'

/** How long a browser has to sign. */
export const CHALLENGE_SECONDS = 5 * 60

/**
 * Writes down what a browser is asked to sign.
 *
 * @param personId whose passkey has to sign; null where nobody has said yet who they are
 * @returns the secret for the browser's cookie: what it was asked is nothing to another browser
 */
export async function openChallenge(personId: string | null): Promise<{ secret: string; challenge: string }> {
  const at = now()
  const secret = newSecret()
  const challenge = newSecret()
  await database().passkeyChallenge.deleteMany({ where: { expiresAt: { lte: at } } })
  await database().passkeyChallenge.create({
    data: {
      id: newId(),
      tokenHash: hashSecret(secret),
      challenge,
      personId,
      createdAt: at,
      expiresAt: new Date(at.getTime() + CHALLENGE_SECONDS * 1000),
    },
  })
  return { secret, challenge }
}

/**
 * What this browser was asked to sign, which is used up by that, whatever its answer is worth. Null where there is nothing: it was used, is too
 * old, was for another person or another browser.
 */
export async function spendChallenge(secret: string | undefined, personId: string | null): Promise<string | null> {
  if (secret === undefined) return null
  const [found] = await database().$queryRaw<{ challenge: string; personId: string | null; expiresAt: Date }[]>`
    DELETE FROM "PasskeyChallenge" WHERE "tokenHash" = ${hashSecret(secret)}
    RETURNING challenge, "personId", "expiresAt"`
  if (found === undefined || found.expiresAt <= now() || found.personId !== personId) return null
  return found.challenge
}
