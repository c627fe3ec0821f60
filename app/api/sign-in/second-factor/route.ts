import { z } from 'zod'
import { cookieName } from '@/lib/auth/session-cookie'
import { signedInAnswer } from '@/lib/auth/signed-in-answer'
import { readCookie, visitFrom } from '@/lib/auth/visit-from'
import { route } from '@/lib/http/route'
import { askedSecret } from '@/lib/passkeys/asked-answer'
import { spendChallenge } from '@/lib/passkeys/challenges'
import { SignedByPasskey } from '@/lib/passkeys/passkey-answers'
import { relyingParty } from '@/lib/passkeys/relying-party'
import { answerPending, type Shown } from '@/lib/second-factor/answer-pending'
import { AppCode } from '@/lib/second-factor/app-code'
import { getPending } from '@/lib/second-factor/pending-sign-in'
import { RecoveryCodeText } from '@/lib/second-factor/recovery-codes'

const next = z.string().max(2000).optional()
const Body = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('totp'), code: AppCode, next }),
  z.strictObject({ kind: z.literal('recovery'), code: RecoveryCodeText, next }),
  z.strictObject({ kind: z.literal('passkey'), signed: SignedByPasskey, next }),
])

/** Shows the second factor of the sign-in that waits in this browser. */
export const POST = route({ permission: 'anyone', body: Body, mostBytes: 50_000 }, async ({ request, body }) => {
  const secret = readCookie(request.headers, cookieName('pending'))
  const shown = body.kind === 'passkey' ? await passkeyOf(request, secret, body.signed) : body
  const signedIn = await answerPending(await visitFrom(request), secret, shown)
  return signedInAnswer(signedIn, body.next)
})

async function passkeyOf(request: Request, secret: string | undefined, signed: SignedByPasskey): Promise<Shown> {
  const party = relyingParty(request.headers)
  const { personId } = await getPending(secret)
  const challenge = await spendChallenge(askedSecret(request), personId)
  return { kind: 'passkey', use: { party, challenge, signed } }
}
