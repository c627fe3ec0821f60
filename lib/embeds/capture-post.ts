import { countTry, type Limit } from '../auth/rate-limits'
import { now } from '../clock'
import type { Ways } from '../outgoing/guarded-fetch'
import { OutgoingError } from '../outgoing/outgoing-error'
import { sayWhy } from '../outside-links/link-words'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { askProvider } from './ask-provider'
import { discoverEndpoint } from './discover-endpoint'
import { hashOfPost } from './hash-of-post'
import { postOfAnswer } from './post-of-answer'
import { type EmbedKind, findProvider } from './providers'

/** Each has our server knock at somebody else's. */
const PER_PERSON: Limit = { name: 'capture post', tries: 60, seconds: 10 * 60 }

/** A post as text. Instants are ISO 8601 in UTC; `words` parts paragraphs by an empty line; what is not known is empty. */
export type CapturedPost = {
  kind: EmbedKind
  author: string
  /** With its @. */
  handle: string
  network: string
  words: string
  postedAt: string
  title: string
  url: string
  capturedAt: string
  hash: string
}

/** `network` and `expected` are known although the post is not, when the address is one of a network in our list. */
export type UnknownPost = { kind: 'unknown'; reason: string; network: string; expected: EmbedKind | null }

/**
 * Asks the network of a post for its words, so that they are ours to show after the original is gone. Nothing of the
 * provider's markup is kept. That it does not answer is an answer, with a reason in words.
 *
 * @throws Forbidden, RateLimited
 */
export async function capturePost(actor: Actor, url: string, ways?: Ways): Promise<CapturedPost | UnknownPost> {
  authorise(actor, 'article.edit')
  if (actor.kind === 'person') await countTry(PER_PERSON, actor.id)
  const provider = findProvider(url)
  const unknown = (reason: string): UnknownPost => ({
    kind: 'unknown',
    reason,
    network: provider?.name ?? '',
    expected: provider?.kind ?? null,
  })
  try {
    const endpoint = provider?.endpoint ?? (await discoverEndpoint(url, ways))
    if (endpoint === null) return unknown('the page does not say how it can be quoted')
    const answer = await askProvider(endpoint, url, ways)
    if ('status' in answer) return unknown(sayWhy(answer.reason, answer.status))
    const post = postOfAnswer(answer, url, provider)
    return { ...post, capturedAt: now().toISOString(), hash: hashOfPost(post) }
  } catch (error) {
    if (error instanceof OutgoingError) return unknown(sayWhy(error.reason, null))
    throw error
  }
}
