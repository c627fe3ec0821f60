import { now } from '../clock'
import type { Ways } from '../outgoing/guarded-fetch'
import { OutgoingError } from '../outgoing/outgoing-error'
import { sayWhy } from '../outside-links/link-words'
import { askProvider } from './ask-provider'
import { discoverEndpoint } from './discover-endpoint'
import { hashOfPost } from './hash-of-post'
import { postOfAnswer } from './post-of-answer'
import { type EmbedKind, findProvider } from './providers'

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

/**
 * `network` and `expected` are known although the post is not, when the address is one of a network in our list.
 * `isMissing` when whoever was asked said that there is no such post (404, 410).
 */
export type UnknownPost = {
  kind: 'unknown'
  reason: string
  isMissing: boolean
  network: string
  expected: EmbedKind | null
}

/** Asks for a post. Nothing of the provider's markup is kept. Never throws for what the outside does. */
export async function lookUpPost(url: string, ways?: Ways): Promise<CapturedPost | UnknownPost> {
  const provider = findProvider(url)
  const unknown = (reason: string, status: number | null = null): UnknownPost => ({
    kind: 'unknown',
    reason,
    isMissing: status === 404 || status === 410,
    network: provider?.name ?? '',
    expected: provider?.kind ?? null,
  })
  try {
    const found = provider?.endpoint ?? (await discoverEndpoint(url, ways))
    if (found === null) return unknown('the page does not say how it can be quoted')
    const answer = typeof found === 'string' ? await askProvider(found, url, ways) : found
    if ('status' in answer) return unknown(sayWhy(answer.reason, answer.status), answer.status)
    const post = postOfAnswer(answer, url, provider)
    return { ...post, capturedAt: now().toISOString(), hash: hashOfPost(post) }
  } catch (error) {
    if (error instanceof OutgoingError) return unknown(sayWhy(error.reason, null))
    throw error
  }
}
