import type { NodeSpec } from 'prosemirror-model'
import { dayOrEmpty, line, oneOf } from '../attributes'
import { attributionOf, ORIGINS, UNSAID } from '../attribution'
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
    origin: { default: UNSAID.origin, validate: oneOf('', ...ORIGINS) },
    saidOn: { default: UNSAID.saidOn, validate: dayOrEmpty },
  },
  parseDOM: [
    {
      tag: 'aside[data-node=pullQuote]',
      contentElement: 'p',
      getAttrs: ({ dataset }) => ({
        ...attributionOf(dataset),
        speaker: dataset.speaker ?? '',
        role: dataset.role ?? '',
      }),
    },
  ],
  toDOM: ({ attrs }) => [
    'aside',
    {
      'data-node': 'pullQuote',
      'data-speaker': attrs.speaker,
      'data-role': attrs.role,
      'data-origin': attrs.origin || null,
      'data-said-on': attrs.saidOn || null,
    },
    ['p', 0],
  ],
}
