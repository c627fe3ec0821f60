import type { NodeSpec } from 'prosemirror-model'
import { box } from './box'

/** Questions that readers have, each with its answer. */
export const questionAndAnswer = box('questionAndAnswer', 'questionEntry+')

/** One question and what there is to say to it. */
export const questionEntry: NodeSpec = {
  content: 'question (paragraph | list)+',
  marks: 'inserted removed reformatted',
  defining: true,
  isolating: true,
  parseDOM: [{ tag: 'div[data-node=questionEntry]' }],
  toDOM: () => ['div', { 'data-node': 'questionEntry' }, 0],
}

export const question: NodeSpec = {
  content: 'inline*',
  defining: true,
  parseDOM: [{ tag: 'p[data-node=question]', priority: 60 }],
  toDOM: () => ['p', { 'data-node': 'question' }, 0],
}
