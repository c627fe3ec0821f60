import { route } from '@/lib/http/route'
import { askedSecret } from '@/lib/passkeys/asked-answer'
import { spendChallenge } from '@/lib/passkeys/challenges'
import { relyingParty } from '@/lib/passkeys/relying-party'
import { assertPerson } from '@/lib/second-factor/change-factors'
import { getOwnFactors } from '@/lib/second-factor/get-factors'
import { Proof, prove } from '@/lib/second-factor/prove'

export const dynamic = 'force-dynamic'

/** What whoever is signed in can show to say again that it is they. */
export const GET = route({ permission: 'self' }, async ({ actor }) => {
  const { hasPassword, appSince, passkeys } = await getOwnFactors(actor)
  return { password: hasPassword, code: appSince !== null, passkey: passkeys.length > 0 }
})

/** Shows it. */
export const POST = route({ permission: 'self', body: Proof, mostBytes: 50_000 }, async ({ actor, request, body }) => {
  const passkey =
    body.kind === 'passkey'
      ? {
          party: relyingParty(request.headers),
          challenge: await spendChallenge(askedSecret(request), assertPerson(actor).id),
        }
      : null
  await prove(actor, body, passkey)
  return { ok: true }
})
