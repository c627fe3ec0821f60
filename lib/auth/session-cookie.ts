import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from '@/lib/env'
import { SESSION_SECONDS } from './session-lifetime'

/** Keeps this key apart from that of every other encrypted token: one made for another purpose is not a session. */
const PURPOSE = 'standfirst session'

const Claims = z.object({ sub: z.uuid(), secret: z.string().length(43) })

/** `Secure` and the `__Host-` names need https, which a laptop does not have. */
export function isSecureSite(): boolean {
  return env().SITE_URL.startsWith('https://')
}

/**
 * `pending`: who still has to show a second factor. `device`: by which a browser is known from earlier sign-ins.
 * `passkey`: what a browser was asked to sign. `sso`: a sign-in that is at another house.
 */
export type CookieName = 'session' | 'csrf' | 'callback' | 'pending' | 'device' | 'passkey' | 'sso'

export function cookieName(name: CookieName): string {
  return `${isSecureSite() ? '__Host-' : ''}standfirst-${name}`
}

/** A line of Set-Cookie. @param seconds 0 takes the cookie away */
export function cookieLine(name: CookieName, value: string, seconds: number): string {
  const secure = isSecureSite() ? '; Secure' : ''
  return `${cookieName(name)}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`
}

/** The encrypted cookie. It only carries the secret: what it is worth stands in the session's row. */
export function sealSession(claims: { sub: string; secret: string }): Promise<string> {
  return encode({ token: claims, secret: env().NEXTAUTH_SECRET, salt: PURPOSE, maxAge: SESSION_SECONDS })
}

/** What a cookie carries; null when it is not ours, is damaged or is too old. */
export async function openSession(cookie: string | undefined): Promise<{ sub: string; secret: string } | null> {
  if (!cookie) return null
  try {
    const parsed = Claims.safeParse(await decode({ token: cookie, secret: env().NEXTAUTH_SECRET, salt: PURPOSE }))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
