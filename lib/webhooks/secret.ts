import { createHmac, randomBytes } from 'node:crypto'
import { openText, sealText } from '../seal-text'

const BEGINNING = 'whsec_'
const BYTES = 32

/** A secret as Standard Webhooks writes it: 32 random bytes in base64. */
export function newWebhookSecret(): string {
  return BEGINNING + randomBytes(BYTES).toString('base64')
}

export function sealSecret(secret: string, webhookId: string): string {
  return sealText(secret, 'webhook', webhookId)
}

/**
 * The headers that say that a message is from us, now (standardwebhooks.com, version 1.0): HMAC-SHA256 over id, time and body, once with
 * each secret that is valid.
 * @param id of the message: the same however often it is sent
 * @throws CannotOpen where the secret was sealed by another server
 */
export function signedHeaders(
  { id, at, body }: { id: string; at: Date; body: string },
  webhook: { id: string; secret: string; formerSecret: string | null; formerUntil: Date | null },
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const isFormerValid = webhook.formerUntil !== null && webhook.formerUntil > at
  const sealed = [webhook.secret, ...(isFormerValid && webhook.formerSecret !== null ? [webhook.formerSecret] : [])]
  const signatures = sealed.map((each) => {
    const key = Buffer.from(openText(each, 'webhook', webhook.id).slice(BEGINNING.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
