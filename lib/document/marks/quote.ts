import type { MarkSpec } from 'prosemirror-model'
import { line } from '../attributes'

/** Quoted words inside prose, with who said them. Readers see the prose; the newsroom sees the speaker. */
export const quote: MarkSpec = {
  inclusive: false,
  attrs: { speaker: { default: '', validate: line(200) } },
  parseDOM: [
    { tag: 'q[data-speaker]', getAttrs: (element) => ({ speaker: element.getAttribute('data-speaker') ?? '' }) },
  ],
  toDOM: (mark) => ['q', { 'data-speaker': mark.attrs.speaker }, 0],
}
