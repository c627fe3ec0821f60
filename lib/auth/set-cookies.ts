import { cookies } from 'next/headers'
import { cookieName, isSecureSite } from './session-cookie'
import type { CookieToSet } from './signed-in-cookies'

/** Sets cookies in a Server Action, as `cookieLine` writes them elsewhere. */
export async function setCookies(wanted: readonly CookieToSet[]): Promise<void> {
  const jar = await cookies()
  for (const { name, value, seconds } of wanted)
    jar.set(cookieName(name), value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecureSite(),
      maxAge: seconds,
    })
}
