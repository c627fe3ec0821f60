import { Forbidden } from '@/lib/errors'

/**
 * Refuses a request that changes something when it does not come from a page of ours. Browsers send Origin with every
 * POST; "null" (a sandboxed frame, some redirects) and a missing Origin are refused too.
 *
 * @throws Forbidden
 */
export function assertSameOrigin(headers: Headers): void {
  const origin = headers.get('origin')
  const host = headers.get('host')
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') throw new Forbidden('This request came from another site.')
  if (origin === null || host === null || hostOf(origin) !== host)
    throw new Forbidden('This request came from another site.')
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
