import type { NodeSpec } from 'prosemirror-model'
import { EDITORIAL } from '../marks/editorial'

/**
 * A note to the words before it: a source, an aside. It holds its own words and no number: notes number themselves by their
 * order. `atom` because its words are edited apart from the line that it stands in.
 */
export const footnote: NodeSpec = {
  group: 'inline',
  inline: true,
  atom: true,
  content: 'text*',
  marks: `link quote bold italic reformatted ${EDITORIAL}`,
  parseDOM: [{ tag: 'span[data-node=footnote]' }],
  toDOM: () => ['span', { 'data-node': 'footnote' }, 0],
}
