import { safePath } from './safe-path'
import { cookieLine } from './session-cookie'
import { cookieLines, signedInCookies } from './signed-in-cookies'
import type { Visit } from './visit'

/**
 * The answer to a browser that is signed in now: where to go, and the cookie of the session in place of those of the way there.
 * @param next where it wants to go, as it said
 */
export async function signedInAnswer(
  signedIn: { personId: string; secret: string },
  visit: Visit & { deviceSecret: string },
  next: string | undefined,
): Promise<Response> {
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  const cookies = await signedInCookies({ kind: 'in', ...signedIn }, visit.deviceSecret)
  for (const line of cookieLines(cookies)) headers.append('Set-Cookie', line)
  headers.append('Set-Cookie', cookieLine('pending', '', 0))
  headers.append('Set-Cookie', cookieLine('passkey', '', 0))
  return Response.json({ path: safePath(next) }, { headers })
}
