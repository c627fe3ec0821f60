import type { NodeSpec } from 'prosemirror-model'
import { dayOrEmpty, line, oneOf } from '../attributes'
import { attributionOf, ORIGINS, UNSAID } from '../attribution'

/** Words of somebody set apart from the prose, with who said them. Inside prose the `quote` mark does the same. */
export const quotation: NodeSpec = {
  group: 'block',
  content: 'paragraph+',
  defining: true,
  attrs: {
    speaker: { default: '', validate: line(200) },
    role: { default: '', validate: line(200) },
    origin: { default: UNSAID.origin, validate: oneOf('', ...ORIGINS) },
    saidOn: { default: UNSAID.saidOn, validate: dayOrEmpty },
  },
  parseDOM: [
    {
      tag: 'blockquote',
      getAttrs: ({ dataset }) => ({
        ...attributionOf(dataset),
        speaker: dataset.speaker ?? '',
        role: dataset.role ?? '',
      }),
    },
  ],
  toDOM: ({ attrs }) => [
    'blockquote',
    {
      'data-speaker': attrs.speaker,
      'data-role': attrs.role,
      'data-origin': attrs.origin || null,
      'data-said-on': attrs.saidOn || null,
    },
    0,
  ],
}
