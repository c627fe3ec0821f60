import { z } from 'zod'
import { signedInAnswer } from '@/lib/auth/signed-in-answer'
import { visitFrom } from '@/lib/auth/visit-from'
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
  const signedIn = await signInWithPasskey(await visitFrom(request), { party, challenge, signed: body.signed })
  return signedInAnswer(signedIn, body.next)
})
