import { env } from '@/lib/env'
import { Forbidden } from '@/lib/errors'
import { assertSameOrigin } from '@/lib/http/same-origin'

/** For whom passkeys sign (WebAuthn, Level 3): a host, and the origin of its pages. */
export type RelyingParty = { id: string; origin: string }

/**
 * The paper as the present request knows it. The host is the one of SITE_URL, or `localhost`, which is always the browser's own machine; the
 * origin is the one that the browser says it is on, which has to be the host that was asked. What a proxy says about hosts is not read.
 *
 * @throws Forbidden when a page of another origin asked, or this is another name of the server: passkeys belong to one name
 */
export function relyingParty(headers: Headers): RelyingParty {
  assertSameOrigin(headers)
  const origin = new URL(headers.get('origin') ?? '')
  const site = new URL(env().SITE_URL)
  const isSite = origin.hostname === site.hostname && origin.protocol === site.protocol
  if (!isSite && origin.hostname !== 'localhost')
    throw new Forbidden(`Passkeys work at ${site.origin} alone. Open the newsroom there.`)
  return { id: origin.hostname, origin: origin.origin }
}
