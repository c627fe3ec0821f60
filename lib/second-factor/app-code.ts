import { Secret, TOTP } from 'otpauth'
import { z } from 'zod'

/** What apps on phones take without asking (RFC 6238): SHA-1, six digits, a new code every 30 seconds. */
const PARAMETERS = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** A code as somebody types it: spaces and hyphens between the digits do not matter. */
export const AppCode = z
  .string()
  .max(40)
  .transform((typed) => typed.normalize('NFKC').replace(/[\s-]/gu, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'The code of the app has six digits.'))

/** A new key for an app: 160 random bits, in base32. */
export function newAppKey(): string {
  return new Secret({ size: 20 }).base32
}

/** What the picture says that an app reads. @param of whose account it is, and of which paper */
export function appKeyUri(key: string, of: { paper: string; email: string }): string {
  return new TOTP({
    ...PARAMETERS,
    // A colon would end the name of the paper.
    issuer: of.paper.replaceAll(':', ' '),
    label: of.email,
    secret: Secret.fromBase32(key),
  }).toString()
}

/**
 * The step of time that a code belongs to: the present one, or the one before or after it, because clocks differ and typing takes time.
 * Null where it belongs to none of them.
 */
export function stepOfCode(key: string, code: string, at: Date): number | null {
  const timestamp = at.getTime()
  const secret = Secret.fromBase32(key)
  const distance = TOTP.validate({ ...PARAMETERS, token: code, secret, timestamp, window: 1 })
  return distance === null ? null : TOTP.counter({ period: PARAMETERS.period, timestamp }) + distance
}
