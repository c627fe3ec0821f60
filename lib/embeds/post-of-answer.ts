import type { OEmbed } from './ask-provider'
import type { CapturedPost } from './look-up-post'
import type { EmbedKind } from './providers'
import { wordsOfHtml } from './words-of-html'

/** What a provider answered about an address, as plain text. */
export function postOfAnswer(
  answer: OEmbed,
  url: string,
  provider: { kind: EmbedKind; name: string } | null,
): Omit<CapturedPost, 'capturedAt' | 'hash'> {
  const { words, postedAt } = wordsOfHtml(answer.html)
  return {
    kind: provider?.kind ?? kindOf(answer, words),
    author: oneLine(answer.author_name, 200),
    handle: handleIn(answer.author_url),
    network: provider?.name ?? oneLine(answer.provider_name, 60),
    words,
    postedAt: postedAt || instantOfStatus(url),
    title: oneLine(answer.title, 300),
    url,
  }
}

/** Who is not in our list says what it is; markup that quotes nothing is a page like any other. */
function kindOf({ type }: OEmbed, words: string): EmbedKind {
  if (type === 'video') return 'video'
  return type === 'rich' && words !== '' ? 'post' : 'page'
}

function handleIn(authorUrl: string): string {
  if (!URL.canParse(authorUrl)) return ''
  const last = new URL(authorUrl).pathname.split('/').findLast((part) => part !== '') ?? ''
  const name = oneLine(decoded(last), 199).replace(/^@+/, '')
  return name === '' ? '' : `@${name}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** X tells a day in words of some language; the number of a post holds its millisecond, since November 2010. */
function instantOfStatus(url: string): string {
  const id = /^https:\/\/(?:[\w-]+\.)?(?:x|twitter)\.com\/[^/]+\/status\/(\d{16,19})(?!\d)/.exec(url)?.[1]
  return id === undefined ? '' : new Date(Number((BigInt(id) >> 22n) + 1_288_834_974_657n)).toISOString()
}

/** @param most UTF-16 units, as the attributes of a block are measured; no character is cut in half */
function oneLine(text: string, most: number): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim()
  return line
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}
