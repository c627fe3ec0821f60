import type { Node } from 'prosemirror-model'

/** Stands where the text of a paragraph has something that is no text. */
export const GAP = '\uFFFC'

/**
 * The text of a paragraph or title, exactly as long as its content is in the document, so that a place in this text plus the
 * start of the block is a position. A line break is one; a note in the line is its words between two gaps.
 */
export function placedText(textblock: Node): string {
  return textblock.children.map((node) => node.text ?? placed(node)).join('')
}

function placed(node: Node): string {
  if (node.isLeaf) return node.type.name === 'hardBreak' ? '\n' : GAP
  return `${GAP}${placedText(node)}${GAP}`
}
