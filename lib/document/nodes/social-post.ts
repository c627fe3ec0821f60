import type { NodeSpec } from 'prosemirror-model'
import { instantOrEmpty, line, pageUrlOrEmpty } from '../attributes'

/** A post on a social network, kept as text: the words are ours to show after the original is gone. */
export const socialPost: NodeSpec = {
  group: 'block',
  content: 'paragraph+',
  defining: true,
  draggable: true,
  attrs: {
    author: { default: '', validate: line(200) },
    handle: { default: '', validate: line(200) },
    network: { default: '', validate: line(60) },
    url: { default: '', validate: pageUrlOrEmpty },
    postedAt: { default: '', validate: instantOrEmpty },
  },
  parseDOM: [
    {
      tag: 'blockquote[data-node=socialPost]',
      priority: 60,
      getAttrs: (element) => ({
        author: element.getAttribute('data-author') ?? '',
        handle: element.getAttribute('data-handle') ?? '',
        network: element.getAttribute('data-network') ?? '',
        url: element.getAttribute('data-url') ?? '',
        postedAt: element.getAttribute('data-posted-at') ?? '',
      }),
    },
  ],
  toDOM: (node) => [
    'blockquote',
    {
      'data-node': 'socialPost',
      'data-author': node.attrs.author,
      'data-handle': node.attrs.handle,
      'data-network': node.attrs.network,
      'data-url': node.attrs.url,
      'data-posted-at': node.attrs.postedAt,
    },
    0,
  ],
}
