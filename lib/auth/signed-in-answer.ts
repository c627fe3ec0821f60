import { safePath } from './safe-path'
import { cookieLine, sealSession } from './session-cookie'
import { SESSION_SECONDS } from './session-lifetime'

/**
 * The answer to a browser that is signed in now: where to go, and the cookie of the session in place of those of the way there.
 * @param next where it wants to go, as it said
 */
export async function signedInAnswer(
  signedIn: { personId: string; secret: string },
  next: string | undefined,
): Promise<Response> {
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  const session = await sealSession({ sub: signedIn.personId, secret: signedIn.secret })
  headers.append('Set-Cookie', cookieLine('session', session, SESSION_SECONDS))
  headers.append('Set-Cookie', cookieLine('pending', '', 0))
  headers.append('Set-Cookie', cookieLine('passkey', '', 0))
  return Response.json({ path: safePath(next) }, { headers })
}
