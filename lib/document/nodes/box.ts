import type { NodeSpec } from 'prosemirror-model'
import { line } from '../attributes'

/**
 * What the boxes of an article have in common: a block with a heading of its own that keeps what is in it together. Keys and
 * pasted words never draw a box into its neighbours, and suggestions may stand on the blocks inside.
 */
export function box(name: string, content: string): NodeSpec {
  return {
    group: 'block',
    content,
    marks: 'inserted removed reformatted',
    defining: true,
    isolating: true,
    attrs: { heading: { default: '', validate: line(200) } },
    parseDOM: [
      {
        tag: `section[data-node=${name}]`,
        getAttrs: (element) => ({ heading: lineOf(element.getAttribute('data-heading')).slice(0, 200) }),
      },
    ],
    toDOM: (node) => ['section', { 'data-node': name, 'data-heading': node.attrs.heading }, 0],
  }
}

/** Pasted text as one line. */
export function lineOf(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
