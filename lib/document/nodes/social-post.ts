import type { NodeSpec } from 'prosemirror-model'
import { hashOrEmpty, instantOrEmpty, line, oneOf, pageUrlOrEmpty } from '../attributes'

/**
 * A post on a social network, a video or a recording, kept as text: the words are ours to show after the original is gone.
 * `hash` is of what was captured, and stays when somebody edits the words (lib/embeds/hash-of-post.ts).
 */
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
    kind: { default: 'post', validate: oneOf('post', 'video', 'audio') },
    title: { default: '', validate: line(300) },
    capturedAt: { default: '', validate: instantOrEmpty },
    hash: { default: '', validate: hashOrEmpty },
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
        kind: element.getAttribute('data-kind') ?? 'post',
        title: element.getAttribute('data-title') ?? '',
        capturedAt: element.getAttribute('data-captured-at') ?? '',
        hash: element.getAttribute('data-hash') ?? '',
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
      'data-kind': node.attrs.kind,
      'data-title': node.attrs.title,
      'data-captured-at': node.attrs.capturedAt,
      'data-hash': node.attrs.hash,
    },
    0,
  ],
}
