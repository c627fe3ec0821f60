import type { NodeSpec } from 'prosemirror-model'
import { EDITORIAL } from '../marks/editorial'

/** The sentence or two under the headline that say why to read on. */
export const standfirst: NodeSpec = {
  content: 'text*',
  marks: EDITORIAL,
  defining: true,
  isolating: true,
  parseDOM: [{ tag: 'p[data-node=standfirst]', priority: 60 }],
  toDOM: () => ['p', { 'data-node': 'standfirst' }, 0],
}
