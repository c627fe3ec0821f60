import type { Node } from 'prosemirror-model'
import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import type { Issue } from '../errors'
import { sayWhy } from './link-words'

/** More of the words than that helps nobody to find them. */
const WORDS_SHOWN = 80

type Linked = { url: string; words: string; from: number; to: number }

/**
 * The words and the source line of a draft that lead to pages known to be gone. What somebody chose to ignore is not said
 * again. Originals of quoted posts are left out: their words are kept.
 */
export async function deadLinkIssues(tx: Transaction, sourceUrl: string, document: Node): Promise<Issue[]> {
  const linked = linkedWords(document)
  const urls = [...linked.map(({ url }) => url), pageOf(sourceUrl)].filter((url) => /^https?:/.test(url))
  if (urls.length === 0) return []
  const dead = await sqlOn(tx)<{ url: string; reason: string | null; lastStatus: number | null }>`
    SELECT url, reason, "lastStatus" FROM "OutsideLink"
    WHERE url = ANY(${[...new Set(urls)]}) AND status = 'DEAD' AND "ignoredAt" IS NULL`
  const reasons = new Map(dead.map(({ url, reason, lastStatus }) => [url, sayWhy(reason, lastStatus)]))
  const issue = (field: string, code: string, url: string, what: string): Issue[] => {
    const why = reasons.get(url)
    if (why === undefined) return []
    return [{ field, code, message: `${what} a page that is dead: ${url} (${why}).`, severity: 'warning' }]
  }
  return [
    ...linked.flatMap(({ url, words, from }) => issue(`document:${from}`, 'dead-link', url, `“${words}” links to`)),
    ...issue('sourceUrl', 'dead-source', pageOf(sourceUrl), 'The source line leads to'),
  ]
}

/** Neighbouring text with one address is one link, however it is set. */
function linkedWords(document: Node): Linked[] {
  const found: Linked[] = []
  document.descendants((node, from) => {
    const href: unknown = node.marks.find(({ type }) => type.name === 'link')?.attrs.href
    if (typeof href !== 'string') return
    const to = from + node.nodeSize
    const url = pageOf(href)
    const last = found.at(-1)
    if (last?.to === from && last.url === url) Object.assign(last, { to, words: last.words + (node.text ?? ' ') })
    else found.push({ url, words: node.text ?? ' ', from, to })
  })
  return found.map(({ words, ...rest }) => ({ ...rest, words: shortened(words) }))
}

function shortened(words: string): string {
  const characters = [...words.trim()]
  return characters.length <= WORDS_SHOWN ? characters.join('') : `${characters.slice(0, WORDS_SHOWN).join('').trim()}…`
}

/** It is one page whichever paragraph is pointed at. */
function pageOf(url: string): string {
  return url.split('#')[0] ?? url
}
