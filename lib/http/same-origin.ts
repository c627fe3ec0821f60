import { Forbidden } from '@/lib/errors'

/**
 * Refuses a request that changes something when it does not come from a page of ours. Browsers send Origin with every
 * POST; "null" (a sandboxed frame, some redirects) and a missing Origin are refused too.
 *
 * @param origin `hidden`: Origin may be "null", as it is on pages that send no referrer, where the browser itself says in a header
 * that no page can write that the request is from the same origin
 * @throws Forbidden
 */
export function assertSameOrigin(headers: Headers, origin: 'said' | 'hidden' = 'said'): void {
  const from = headers.get('origin')
  const host = headers.get('host')
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') throw new Forbidden('This request came from another site.')
  if (origin === 'hidden' && from === 'null' && site === 'same-origin') return
  if (from === null || host === null || hostOf(from) !== host)
    throw new Forbidden('This request came from another site.')
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
