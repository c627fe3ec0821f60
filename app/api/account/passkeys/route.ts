import { route } from '@/lib/http/route'
import { AddPasskey, addPasskey } from '@/lib/passkeys/add-passkey'
import { askedSecret } from '@/lib/passkeys/asked-answer'
import { relyingParty } from '@/lib/passkeys/relying-party'

/** Keeps a passkey that the browser has made. */
export const POST = route({ permission: 'self', body: AddPasskey, mostBytes: 200_000 }, ({ actor, request, body }) =>
  addPasskey(actor, body, { party: relyingParty(request.headers), secret: askedSecret(request) }),
)
