import type { NodeSpec } from 'prosemirror-model'
import { line } from '../attributes'
import { box, lineOf } from './box'

/** What happened, in order. */
export const timeline = box('timeline', 'timelineEntry+')

/** One moment of a timeline. `when` is what readers see, such as "March 2019" or "a week later". */
export const timelineEntry: NodeSpec = {
  content: 'paragraph+',
  marks: 'inserted removed reformatted',
  defining: true,
  isolating: true,
  attrs: { when: { default: '', validate: line(120) } },
  parseDOM: [
    {
      tag: 'div[data-node=timelineEntry]',
      getAttrs: (element) => ({ when: lineOf(element.getAttribute('data-when')).slice(0, 120) }),
    },
  ],
  toDOM: (node) => ['div', { 'data-node': 'timelineEntry', 'data-when': node.attrs.when }, 0],
}
