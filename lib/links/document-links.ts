import type { Node } from 'prosemirror-model'

type LinkKind = 'INLINE' | 'READ_MORE' | 'RELATED' | 'SOURCE' | 'POST'
export type DocumentLink = { kind: LinkKind; toArticleId: string | null; url: string | null; words: string }

/** The most characters of linked words that are kept. */
const WORDS_MOST = 300

/** What a document points at, in order: linked words, cards, related lists, quoted posts. Neighbouring linked text is one link. */
export function documentLinks(document: Node): DocumentLink[] {
  const links: DocumentLink[] = []
  let open: { mark: unknown; link: DocumentLink } | null = null
  document.descendants((node) => {
    const mark = node.marks.find(({ type }) => type.name === 'link')
    if (node.isInline && mark) {
      const words = node.text ?? ' '
      if (open !== null && mark.eq(open.mark as typeof mark)) {
        open.link.words = (open.link.words + words).slice(0, WORDS_MOST)
      } else {
        const link: DocumentLink = {
          kind: 'INLINE',
          toArticleId: mark.attrs.articleId,
          url: mark.attrs.href,
          words: words.slice(0, WORDS_MOST),
        }
        links.push(link)
        open = { mark, link }
      }
      return
    }
    open = null
    if (node.type.name === 'readMore' && node.attrs.articleId) links.push(toArticle('READ_MORE', node.attrs.articleId))
    if (node.type.name === 'related') for (const id of node.attrs.articleIds) links.push(toArticle('RELATED', id))
    if (node.type.name === 'socialPost' && node.attrs.url) {
      links.push({ kind: 'POST', toArticleId: null, url: node.attrs.url, words: node.attrs.author })
    }
  })
  return links
}

function toArticle(kind: LinkKind, toArticleId: string): DocumentLink {
  return { kind, toArticleId, url: null, words: '' }
}
