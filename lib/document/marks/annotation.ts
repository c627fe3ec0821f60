import type { MarkSpec } from 'prosemirror-model'
import { line } from '../attributes'

/** The most characters of an explanation: what fits beside the words on a phone. */
export const EXPLANATION_MOST = 600

/** Words that open an explanation for readers. */
export const annotation: MarkSpec = {
  inclusive: false,
  attrs: { explanation: { default: '', validate: line(EXPLANATION_MOST) } },
  parseDOM: [
    {
      tag: 'span[data-explanation]',
      getAttrs: (element) => ({
        explanation: (element.getAttribute('data-explanation') ?? '').replace(/\s+/g, ' ').slice(0, EXPLANATION_MOST),
      }),
    },
  ],
  toDOM: (mark) => ['span', { 'data-explanation': mark.attrs.explanation, class: 'annotated' }, 0],
}
