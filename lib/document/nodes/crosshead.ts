import type { NodeSpec } from 'prosemirror-model'
import { EDITORIAL } from '../marks/editorial'

/** A heading between paragraphs. One level: news has no chapters. */
export const crosshead: NodeSpec = {
  group: 'block',
  content: 'text*',
  marks: `italic reformatted ${EDITORIAL}`,
  defining: true,
  parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
  toDOM: () => ['h2', 0],
}
