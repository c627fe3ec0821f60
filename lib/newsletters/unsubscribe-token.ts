import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '@/lib/document/addresses'
import { env } from '@/lib/env'

/** The token in a newsletter's unsubscribe link. It never runs out: old mail must still be able to stop new mail. */
export function unsubscribeToken(subscriptionId: string): string {
  return `${subscriptionId}.${sign(subscriptionId)}`
}

/** The subscription that a token names, or null when we did not make it. */
export function readUnsubscribeToken(token: string): string | null {
  const [id = '', signature = '', more] = token.split('.')
  if (more !== undefined || !isId(id)) return null
  const expected = Buffer.from(sign(id))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}

/** The purpose is part of what is signed, so that no signature made for something else fits. */
function sign(subscriptionId: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET)
    .update(`newsletter-unsubscribe:${subscriptionId}`)
    .digest('base64url')
}
