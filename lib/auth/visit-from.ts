import { clientAddress } from './client-address'
import { cookieName, openSession } from './session-cookie'
import type { Visit } from './visit'

/** Where a request comes from, and the session that its browser has. */
export async function visitFrom(request: Request): Promise<Visit> {
  return {
    address: clientAddress(request.headers),
    userAgent: request.headers.get('user-agent') ?? '',
    formerSecret: (await openSession(readCookie(request.headers, cookieName('session'))))?.secret ?? null,
  }
}

/** The value of a cookie as it was set; undefined where the request has none, or one that nobody set so. */
export function readCookie(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))
  try {
    return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1))
  } catch {
    return undefined
  }
}
