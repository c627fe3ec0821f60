import type { NodeSpec } from 'prosemirror-model'
import { box } from './box'

/** The article in a few lines, for whoever has no time for it. */
export const keyPoints = box('keyPoints', 'keyPoint+')

export const keyPoint: NodeSpec = {
  content: 'inline*',
  defining: true,
  parseDOM: [{ tag: 'li[data-node=keyPoint]', priority: 60 }],
  toDOM: () => ['li', { 'data-node': 'keyPoint' }, 0],
}
