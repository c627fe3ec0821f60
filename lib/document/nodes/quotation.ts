import type { NodeSpec } from 'prosemirror-model'
import { line } from '../attributes'

/** Words of somebody set apart from the prose, with who said them. Inside prose the `quote` mark does the same. */
export const quotation: NodeSpec = {
  group: 'block',
  content: 'paragraph+',
  defining: true,
  attrs: {
    speaker: { default: '', validate: line(200) },
    role: { default: '', validate: line(200) },
  },
  parseDOM: [
    {
      tag: 'blockquote',
      getAttrs: (element) => ({
        speaker: element.getAttribute('data-speaker') ?? '',
        role: element.getAttribute('data-role') ?? '',
      }),
    },
  ],
  toDOM: (node) => ['blockquote', { 'data-speaker': node.attrs.speaker, 'data-role': node.attrs.role }, 0],
}
