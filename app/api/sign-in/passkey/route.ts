import { z } from 'zod'
import { signedInAnswer } from '@/lib/auth/signed-in-answer'
import { visitOf } from '@/lib/auth/visit'
import { route } from '@/lib/http/route'
import { askedSecret } from '@/lib/passkeys/asked-answer'
import { spendChallenge } from '@/lib/passkeys/challenges'
import { SignedByPasskey } from '@/lib/passkeys/passkey-answers'
import { relyingParty } from '@/lib/passkeys/relying-party'
import { signInWithPasskey } from '@/lib/passkeys/sign-in-with-passkey'

const Body = z.strictObject({ signed: SignedByPasskey, next: z.string().max(2000).optional() })

/** Signs in with a passkey instead of a password. */
export const POST = route({ permission: 'anyone', body: Body, mostBytes: 50_000 }, async ({ request, body }) => {
  const party = relyingParty(request.headers)
  const challenge = await spendChallenge(askedSecret(request), null)
  const visit = await visitOf(request.headers)
  const signedIn = await signInWithPasskey(visit, { party, challenge, signed: body.signed })
  return signedInAnswer(signedIn, visit, body.next)
})
