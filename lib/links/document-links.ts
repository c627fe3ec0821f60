import type { Mark, Node } from 'prosemirror-model'
import { sentenceAround } from './sentence-around'

type LinkKind = 'INLINE' | 'READ_MORE' | 'RELATED' | 'SOURCE' | 'POST' | 'FOLLOWS'
export type DocumentLink = {
  kind: LinkKind
  toArticleId: string | null
  url: string | null
  words: string
  /** The sentence that the linked words stand in; empty for cards. */
  sentence: string
}

/** The most characters of linked words that are kept. */
const WORDS_MOST = 300

/** What a document points at, in order: linked words, cards, related lists, quoted posts. Neighbouring linked text is one link. */
export function documentLinks(document: Node): DocumentLink[] {
  const links: DocumentLink[] = []
  document.descendants((node) => {
    if (node.inlineContent) {
      links.push(...linkedWords(node))
      return
    }
    if (node.type.name === 'readMore' && node.attrs.articleId) links.push(toArticle('READ_MORE', node.attrs.articleId))
    if (node.type.name === 'related') for (const id of node.attrs.articleIds) links.push(toArticle('RELATED', id))
    if (node.type.name === 'socialPost' && node.attrs.url) {
      links.push({ kind: 'POST', toArticleId: null, url: node.attrs.url, words: node.attrs.author, sentence: '' })
    }
  })
  return links
}

type Span = { mark: Mark; from: number; to: number }

function linkedWords(block: Node): DocumentLink[] {
  const spans: Span[] = []
  let text = ''
  block.forEach((node) => {
    const words = node.text ?? ' '
    const mark = node.marks.find(({ type }) => type.name === 'link')
    const last = spans.at(-1)
    if (mark !== undefined && last?.to === text.length && last.mark.eq(mark)) last.to += words.length
    else if (mark !== undefined) spans.push({ mark, from: text.length, to: text.length + words.length })
    text += words
  })
  return spans.map(({ mark, from, to }) => ({
    kind: 'INLINE',
    toArticleId: mark.attrs.articleId,
    url: mark.attrs.href,
    words: text.slice(from, Math.min(to, from + WORDS_MOST)),
    sentence: sentenceAround(text, from, to),
  }))
}

function toArticle(kind: LinkKind, toArticleId: string): DocumentLink {
  return { kind, toArticleId, url: null, words: '', sentence: '' }
}
