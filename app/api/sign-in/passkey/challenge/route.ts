import { z } from 'zod'
import { clientAddress } from '@/lib/auth/client-address'
import { route } from '@/lib/http/route'
import { askToSign } from '@/lib/passkeys/ask-to-sign'
import { askedAnswer } from '@/lib/passkeys/asked-answer'
import { relyingParty } from '@/lib/passkeys/relying-party'

/** What a passkey has to sign to let somebody in by itself: the browser offers those that it has. */
export const POST = route({ permission: 'anyone', body: z.strictObject({}), mostBytes: 100 }, async ({ request }) => {
  const address = clientAddress(request.headers)
  return askedAnswer(await askToSign(relyingParty(request.headers), { address, personId: null, verified: 'required' }))
})
