import { type Entered, PENDING_SECONDS } from './enter'
import { safePath } from './safe-path'
import { type CookieName, cookieLine, sealSession } from './session-cookie'
import { readSessionLimits } from './session-lifetime'

/** How long a browser is known again. */
export const DEVICE_SECONDS = 365 * 24 * 60 * 60

/** A cookie to set: `seconds` 0 takes it away. */
export type CookieToSet = { name: CookieName; value: string; seconds: number }

/**
 * What a browser gets that somebody signed in with: the session, or the cookie that opens the question for a second factor alone; and by
 * what the browser is known next time.
 */
export async function signedInCookies(entered: Entered, deviceSecret: string): Promise<CookieToSet[]> {
  const device: CookieToSet = { name: 'device', value: deviceSecret, seconds: DEVICE_SECONDS }
  if (entered.kind === 'asked')
    return [device, { name: 'pending', value: entered.pendingSecret, seconds: PENDING_SECONDS }]
  const value = await sealSession({ sub: entered.personId, secret: entered.secret })
  return [device, { name: 'session', value, seconds: (await readSessionLimits()).absoluteSeconds }]
}

/** Where a browser goes then. @param next as somebody asked for it */
export function placeAfter(entered: Entered, next: string): string {
  const path = safePath(next)
  return entered.kind === 'in' ? path : `/login/second-factor?${new URLSearchParams({ next: path })}`
}

/** As lines of Set-Cookie. */
export function cookieLines(cookies: readonly CookieToSet[]): string[] {
  return cookies.map(({ name, value, seconds }) => cookieLine(name, value, seconds))
}
