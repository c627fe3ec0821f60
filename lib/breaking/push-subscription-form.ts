import { ECDH } from 'node:crypto'
import { z } from 'zod'
import { isPushEndpoint } from './push-services'

const Endpoint = z.string().max(1_000).refine(isPushEndpoint, 'This is not an address at a push service that we know.')

/** What a browser says when it is to be told: where, and the keys for which it is encrypted (RFC 8291). */
export const PushSubscriptionForm = z.strictObject({
  endpoint: Endpoint,
  keys: z.strictObject({
    p256dh: z.string().max(100).refine(isPublicKey, 'This is not a public key.'),
    auth: z
      .string()
      .max(40)
      .refine((text) => bytesOf(text)?.length === 16, 'This is not a secret of 16 bytes.'),
  }),
})

export const PushEndpointForm = z.strictObject({ endpoint: Endpoint })

/** A point on P-256, uncompressed. What is none would be noticed when an alert goes out, which is too late. */
function isPublicKey(text: string): boolean {
  const bytes = bytesOf(text)
  if (bytes?.length !== 65 || bytes[0] !== 4) return false
  try {
    ECDH.convertKey(bytes, 'prime256v1')
    return true
  } catch {
    return false
  }
}

function bytesOf(text: string): Buffer | null {
  return /^[\w-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64url') : null
}
