import { LRUCache } from 'lru-cache'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from '@/lib/env'
import { LONGEST_SECONDS } from './session-lifetime'

/** Keeps this key apart from that of every other encrypted token: one made for another purpose is not a session. */
const PURPOSE = 'standfirst session'

const Claims = z.object({ sub: z.uuid(), secret: z.string().length(43) })

/** `Secure` and the `__Host-` names need https, which a laptop does not have. */
export function isSecureSite(): boolean {
  return env().SITE_URL.startsWith('https://')
}

/**
 * `pending`: who still has to show a second factor. `device`: by which a browser is known from earlier sign-ins.
 * `passkey`: what a browser was asked to sign. `sso`: a sign-in that is at another house. `link`: who asked for a link by mail.
 */
export type CookieName = 'session' | 'csrf' | 'callback' | 'pending' | 'device' | 'passkey' | 'sso' | 'link'

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
  return encode({ token: claims, secret: env().NEXTAUTH_SECRET, salt: PURPOSE, maxAge: LONGEST_SECONDS })
}

/** What a cookie carries; null when it is not ours, is damaged or is too old. */
export async function openSession(cookie: string | undefined): Promise<SessionClaims | null> {
  if (!cookie) return null
  const known = opened.get(cookie)
  if (known !== undefined) return known
  try {
    const parsed = Claims.safeParse(await decode({ token: cookie, secret: env().NEXTAUTH_SECRET, salt: PURPOSE }))
    if (!parsed.success) return null
    opened.set(cookie, parsed.data)
    return parsed.data
  } catch {
    return null
  }
}

type SessionClaims = Readonly<z.infer<typeof Claims>>

/**
 * What cookies of the last minute carried: a tab that saves sends the same one with every few keys, and to open it takes longer than to look its
 * session up. Whether the session still is one, its row says, each time.
 */
const opened = new LRUCache<string, SessionClaims>({ max: 1_000, ttl: 60_000 })
