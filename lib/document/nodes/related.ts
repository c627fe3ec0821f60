import type { NodeSpec } from 'prosemirror-model'
import { ids } from '../attributes'

/** How many articles a related list may hold, and how many it takes to be worth printing. */
export const RELATED_FEWEST = 2
export const RELATED_MOST = 8

/** Articles to read next, in the order in which somebody put them. */
export const related: NodeSpec = {
  group: 'block',
  atom: true,
  draggable: true,
  attrs: { articleIds: { default: [], validate: ids(RELATED_MOST) } },
  parseDOM: [
    {
      tag: 'aside[data-node=related]',
      getAttrs: (element) => ({
        articleIds: (element.getAttribute('data-article-ids') ?? '').split(' ').filter(Boolean),
      }),
    },
  ],
  toDOM: (node) => ['aside', { 'data-node': 'related', 'data-article-ids': node.attrs.articleIds.join(' ') }],
}
