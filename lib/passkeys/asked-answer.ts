import { cookieLine, cookieName } from '@/lib/auth/session-cookie'
import { readCookie } from '@/lib/auth/visit-from'
import { CHALLENGE_SECONDS } from './challenges'

/** The answer to a browser that asks what its passkey has to sign: that, and the cookie by which it is known when it has. */
export function askedAnswer({ secret, options }: { secret: string; options: object }): Response {
  return Response.json(
    { options },
    {
      headers: {
        'Cache-Control': 'private, no-store',
        'Set-Cookie': cookieLine('passkey', secret, CHALLENGE_SECONDS),
      },
    },
  )
}

/** The secret of what this browser was asked to sign. */
export function askedSecret(request: Request): string | undefined {
  return readCookie(request.headers, cookieName('passkey'))
}
