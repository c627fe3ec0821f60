import { guardedFetch, type Ways } from '../outgoing/guarded-fetch'
import { OutgoingError } from '../outgoing/outgoing-error'

/** `later` and `unreachable` are worth another try; `refused` is not, and `unreachable` is so whatever it is told. */
type HubAnswer = { kind: 'told' } | { kind: 'later' | 'unreachable' | 'refused'; why: string }

/**
 * Tells a hub that a feed has changed: "hub.mode=publish", which WebSub leaves to hubs and which they have all kept from PubSubHubbub 0.4.
 * Some look at "hub.url", others at "hub.topic".
 * @param topic the whole address of the feed
 */
export async function askHub(hub: string, topic: string, ways?: Ways): Promise<HubAnswer> {
  const body = Buffer.from(
    new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic }).toString(),
  )
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(body.length) }
  try {
    const { status } = await guardedFetch(
      hub,
      { method: 'POST', headers, body, mostBytes: 10_000, whenLonger: 'cut', totalMilliseconds: 10_000 },
      ways,
    )
    return answerOf(status)
  } catch (error) {
    if (error instanceof OutgoingError)
      return { kind: 'unreachable', why: `The hub did not answer: ${wordsOf(error)}.` }
    throw error
  }
}

function answerOf(status: number): HubAnswer {
  if (status >= 200 && status < 300) return { kind: 'told' }
  if (status === 429 || status >= 500) return { kind: 'later', why: `The hub answered ${status}.` }
  if (status >= 400) return { kind: 'refused', why: `The hub will not hear of it: it answered ${status}.` }
  return { kind: 'refused', why: `The hub sends us elsewhere: it answered ${status}. Its address may have changed.` }
}

function wordsOf({ reason }: OutgoingError): string {
  if (reason === 'timeout') return 'it took too long'
  if (reason === 'not-found-host') return 'there is no such host'
  if (reason === 'tls') return 'its certificate is not in order'
  if (reason === 'address-refused') return 'its address is not on the public web'
  return 'it could not be reached'
}
