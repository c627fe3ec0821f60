import { newSecret } from '../ids'
import { clientAddress } from './client-address'
import { cookieName, openSession } from './session-cookie'

/**
 * Where somebody signs in from, the session that this browser had before, and the secret by which it is known from earlier sign-ins: left
 * out where no browser is behind it.
 */
export type Visit = { address: string; userAgent: string; formerSecret: string | null; deviceSecret?: string | null }

/** The visit that a request is. A browser that is not known yet gets its secret here; `signedInCookies` hands it over. */
export async function visitOf(headers: Headers): Promise<Visit & { deviceSecret: string }> {
  const cookies = readCookies(headers)
  return {
    address: clientAddress(headers),
    userAgent: headers.get('user-agent') ?? '',
    formerSecret: (await openSession(cookies.get(cookieName('session'))))?.secret ?? null,
    deviceSecret: secretIn(cookies.get(cookieName('device'))) ?? newSecret(),
  }
}

/** The cookies of a request, by name. One that cannot be decoded is empty. */
export function readCookies(headers: Headers): ReadonlyMap<string, string> {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return new Map(pairs.map(([name = '', ...value]) => [name, decoded(value.join('='))]))
}

/** What was one of our secrets when it was set; null for anything else. */
export function secretIn(cookie: string | undefined): string | null {
  return cookie !== undefined && /^[\w-]{43}$/.test(cookie) ? cookie : null
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
