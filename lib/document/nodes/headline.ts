import type { NodeSpec } from 'prosemirror-model'
import { EDITORIAL } from '../marks/editorial'

/** The first line of every article. Part of the document, so that it is saved by the same path as the words. */
export const headline: NodeSpec = {
  content: 'text*',
  marks: EDITORIAL,
  defining: true,
  isolating: true,
  parseDOM: [{ tag: 'h1[data-node=headline]' }],
  toDOM: () => ['h1', { 'data-node': 'headline' }, 0],
}
