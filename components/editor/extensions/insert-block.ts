import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'

/**
 * Puts a block where the cursor is: in place of an empty paragraph, else after the block in which the cursor stands, and
 * never among the titles. The cursor then stands in the block's words, or on the line after it when it has none: whoever
 * goes on typing goes on with the article.
 */
export function insertBlock(state: EditorState, block: Node): Transaction {
  const { from, to } = placeForBlock(state)
  const tr = state.tr.replaceWith(from, to, block)
  const after = from + block.nodeSize
  // There is always a line to go on writing on.
  if (!tr.doc.nodeAt(after)?.isTextblock) tr.insert(after, state.schema.node('paragraph'))
  tr.setSelection(TextSelection.near(tr.doc.resolve((block.isAtom ? after : from) + 1), 1))
  return tr.scrollIntoView()
}

/** Where the next block goes, as positions between top-level blocks; equal unless an empty paragraph makes room. */
function placeForBlock(state: EditorState): { from: number; to: number } {
  const { $to, $from } = state.selection
  const bodyStart = state.doc.child(0).nodeSize + state.doc.child(1).nodeSize
  if ($to.pos < bodyStart) {
    const opening = state.doc.child(2)
    return opening.type.name === 'paragraph' && opening.content.size === 0
      ? { from: bodyStart, to: bodyStart + opening.nodeSize }
      : { from: bodyStart, to: bodyStart }
  }
  if ($to.depth === 0) return { from: $to.pos, to: $to.pos }
  const isEmptyParagraph =
    $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  return isEmptyParagraph ? { from: $from.before(1), to: $from.after(1) } : { from: $to.after(1), to: $to.after(1) }
}
