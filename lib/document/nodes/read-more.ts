import type { NodeSpec } from 'prosemirror-model'
import { idOrNull } from '../attributes'

/** A card in the text that points at another article. It holds the id alone: the headline is always the target's own. */
export const readMore: NodeSpec = {
  group: 'block',
  atom: true,
  draggable: true,
  attrs: { articleId: { default: null, validate: idOrNull } },
  parseDOM: [
    {
      tag: 'aside[data-node=readMore]',
      getAttrs: (element) => ({ articleId: element.getAttribute('data-article-id') || null }),
    },
  ],
  toDOM: (node) => ['aside', { 'data-node': 'readMore', 'data-article-id': node.attrs.articleId ?? '' }],
}
