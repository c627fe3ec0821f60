import { z } from 'zod'
import { clientAddress } from '@/lib/auth/client-address'
import { route } from '@/lib/http/route'
import { askToSign } from '@/lib/passkeys/ask-to-sign'
import { askedAnswer } from '@/lib/passkeys/asked-answer'
import { relyingParty } from '@/lib/passkeys/relying-party'
import { assertPerson } from '@/lib/second-factor/change-factors'

/** What a passkey of whoever is signed in has to sign, to show again that it is they. */
export const POST = route(
  { permission: 'self', body: z.strictObject({}), mostBytes: 100 },
  async ({ actor, request }) => {
    const { id: personId } = assertPerson(actor)
    const address = clientAddress(request.headers)
    return askedAnswer(await askToSign(relyingParty(request.headers), { address, personId, verified: 'required' }))
  },
)
