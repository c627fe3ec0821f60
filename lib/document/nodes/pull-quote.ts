import type { NodeSpec } from 'prosemirror-model'
import { line } from '../attributes'
import { EDITORIAL } from '../marks/editorial'

/** A line of the article set large, with the name and role of whoever said it. */
export const pullQuote: NodeSpec = {
  group: 'block',
  content: 'text*',
  marks: EDITORIAL,
  defining: true,
  attrs: {
    speaker: { default: '', validate: line(200) },
    role: { default: '', validate: line(200) },
  },
  parseDOM: [
    {
      tag: 'aside[data-node=pullQuote]',
      contentElement: 'p',
      getAttrs: (element) => ({
        speaker: element.getAttribute('data-speaker') ?? '',
        role: element.getAttribute('data-role') ?? '',
      }),
    },
  ],
  toDOM: (node) => [
    'aside',
    { 'data-node': 'pullQuote', 'data-speaker': node.attrs.speaker, 'data-role': node.attrs.role },
    ['p', 0],
  ],
}
