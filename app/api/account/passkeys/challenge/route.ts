import { z } from 'zod'
import { route } from '@/lib/http/route'
import { askToMakePasskey } from '@/lib/passkeys/add-passkey'
import { askedAnswer } from '@/lib/passkeys/asked-answer'
import { relyingParty } from '@/lib/passkeys/relying-party'

/** What the browser makes a passkey from. */
export const POST = route(
  { permission: 'self', body: z.strictObject({}), mostBytes: 100 },
  async ({ actor, request }) => askedAnswer(await askToMakePasskey(actor, relyingParty(request.headers))),
)
