import type { Node } from 'prosemirror-model'

const SIGNS = new Set(['crosshead', 'pullQuote', 'keyPoints'])

/**
 * Which child of the document is the paragraph that its words begin with: the dateline stands in front of it. Minus one
 * where the words begin otherwise, with a list or a quotation, or where there are none.
 */
export function openingParagraph(document: Node): number {
  const first = document.children.findIndex((node, index) => index > 1 && node.textContent.trim() !== '')
  const node = first === -1 ? null : document.child(first)
  if (node?.type.name === 'paragraph') return first
  // Key points, a crosshead or a pull quote above the first paragraph is a sign beside the road, not its beginning.
  const next = document.children.findIndex((node, index) => index > first && node.textContent.trim() !== '')
  const isSign = node !== null && SIGNS.has(node.type.name)
  return isSign && next !== -1 && document.child(next).type.name === 'paragraph' ? next : -1
}
