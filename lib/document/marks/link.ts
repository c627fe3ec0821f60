import type { MarkSpec } from 'prosemirror-model'
import { safeUrl } from '../addresses'
import { idOrNull, urlOrNull } from '../attributes'

/** Linked words: to an article of ours by id, or to the web by address. Exactly one of the two is set. */
export const link: MarkSpec = {
  inclusive: false,
  attrs: {
    articleId: { default: null, validate: idOrNull },
    href: { default: null, validate: urlOrNull },
  },
  parseDOM: [
    {
      tag: 'a[data-article-id]',
      getAttrs: (element) => ({ articleId: element.getAttribute('data-article-id'), href: null }),
    },
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = safeUrl(element.getAttribute('href') ?? '')
        return href === null ? false : { articleId: null, href }
      },
    },
  ],
  toDOM: (mark) =>
    mark.attrs.articleId === null
      ? ['a', { href: mark.attrs.href, rel: 'noopener' }, 0]
      : ['a', { 'data-article-id': mark.attrs.articleId }, 0],
}
