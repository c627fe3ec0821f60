import webPush from 'web-push'
import { env } from '../env'
import { guardedFetch } from '../outgoing/guarded-fetch'
import { OutgoingError } from '../outgoing/outgoing-error'
import { isPushEndpoint } from './push-services'

type Subscription = { endpoint: string; p256dh: string; auth: string }

/** What the browser is told. It is encrypted for this browser, and is public all the same. */
export type PushMessage = {
  title: string
  body: string
  path: string
  /** Of one tag a browser shows one notice, however often it comes: 32 characters at most. */
  tag: string
  /** Of the words, BCP 47, and the way in which it is written. */
  lang: string
  dir: 'ltr' | 'rtl'
}

/** `gone`: this browser takes no more. `later`: it is worth another try. `refused`: it is not. */
export type Pushed = { kind: 'sent' } | { kind: 'gone' } | { kind: 'later' | 'refused'; why: string }

/**
 * Tells one browser, through its push service. web-push encrypts and signs (RFC 8291, RFC 8292); what asks is the guard, and the service
 * has to be one that we know, now as when the browser asked.
 *
 * @param seconds how long the service keeps it for a browser that is not there
 */
export async function sendPush(subscription: Subscription, message: PushMessage, seconds: number): Promise<Pushed> {
  const { endpoint, p256dh, auth } = subscription
  if (!isPushEndpoint(endpoint)) return { kind: 'refused', why: 'This is no push service that we know.' }
  try {
    const { headers, body } = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify(message),
      { vapidDetails: vapidDetails(), TTL: seconds, urgency: 'high', topic: message.tag },
    )
    const { status } = await guardedFetch(endpoint, {
      method: 'POST',
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body,
      mostBytes: 10_000,
      whenLonger: 'cut',
      totalMilliseconds: 10_000,
    })
    return resultOf(status)
  } catch (error) {
    if (error instanceof OutgoingError)
      return { kind: 'later', why: `The push service did not answer: ${error.reason}.` }
    throw error
  }
}

function vapidDetails() {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, SITE_URL, MAIL_FROM } = env()
  if (publicKey === undefined || privateKey === undefined) throw new Error('There are no VAPID keys.')
  // Whom a push service may write to. It takes no plain http address.
  const address = /<([^<>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM
  return { subject: SITE_URL.startsWith('https:') ? SITE_URL : `mailto:${address}`, publicKey, privateKey }
}

function resultOf(status: number): Pushed {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  const why = `The push service answered ${status}.`
  return { kind: status === 429 || status >= 500 ? 'later' : 'refused', why }
}
