import { z } from 'zod'
import { clientAddress } from '@/lib/auth/client-address'
import { cookieName } from '@/lib/auth/session-cookie'
import { readCookie } from '@/lib/auth/visit-from'
import { route } from '@/lib/http/route'
import { askToSign } from '@/lib/passkeys/ask-to-sign'
import { askedAnswer } from '@/lib/passkeys/asked-answer'
import { relyingParty } from '@/lib/passkeys/relying-party'
import { getPending } from '@/lib/second-factor/pending-sign-in'

/** What a passkey has to sign as the second factor of the sign-in that waits in this browser. */
export const POST = route({ permission: 'anyone', body: z.strictObject({}), mostBytes: 100 }, async ({ request }) => {
  const party = relyingParty(request.headers)
  const { personId } = await getPending(readCookie(request.headers, cookieName('pending')))
  const address = clientAddress(request.headers)
  return askedAnswer(await askToSign(party, { address, personId, verified: 'welcome' }))
})
