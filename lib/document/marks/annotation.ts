import type { MarkSpec } from 'prosemirror-model'
import { line } from '../attributes'

/** Words that open an explanation for readers. */
export const annotation: MarkSpec = {
  inclusive: false,
  attrs: { explanation: { default: '', validate: line(600) } },
  parseDOM: [
    {
      tag: 'span[data-explanation]',
      getAttrs: (element) => ({ explanation: (element.getAttribute('data-explanation') ?? '').slice(0, 600) }),
    },
  ],
  toDOM: (mark) => ['span', { 'data-explanation': mark.attrs.explanation, class: 'annotated' }, 0],
}
