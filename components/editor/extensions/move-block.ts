import { Extension } from '@tiptap/core'
import { type Command, type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { startOfBlock } from '@/lib/document/changed-blocks'

/** Alt with an arrow carries the block up or down: the keyboard's way to reorder. */
export const moveBlock = Extension.create({
  name: 'moveBlock',
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    return { 'Alt-ArrowUp': run(moveBlockUp), 'Alt-ArrowDown': run(moveBlockDown) }
  },
})

export const moveBlockUp: Command = (state, dispatch) => moveBy(state, -1, dispatch)
export const moveBlockDown: Command = (state, dispatch) => moveBy(state, 1, dispatch)

function moveBy(state: EditorState, by: -1 | 1, dispatch: ((tr: Transaction) => void) | undefined): boolean {
  const index = state.selection.$from.index(0)
  const target = index + by
  // The first two children are the titles, which stay. The keys are swallowed there too: the arrows would move the cursor.
  if (index < 2 || target < 2 || target >= state.doc.childCount) return true
  dispatch?.(moveBlockTo(state, index, by === 1 ? target + 1 : target))
  return true
}

/**
 * Takes the top-level block `index` to the gap before block `gap` (both count the titles; `gap` may be the number of
 * children). The selection travels with its block.
 */
export function moveBlockTo(state: EditorState, index: number, gap: number): Transaction {
  const tr = state.tr
  if (gap === index || gap === index + 1 || index < 2 || gap < 2) return tr
  const block = state.doc.child(index)
  const start = startOfBlock(state.doc, index)
  const target = startOfBlock(state.doc, gap)
  const to = target > start ? target - block.nodeSize : target
  tr.delete(start, start + block.nodeSize).insert(to, block)
  const { selection } = state
  const isInside = selection.from >= start && selection.to <= start + block.nodeSize
  if (isInside && selection instanceof TextSelection)
    tr.setSelection(TextSelection.create(tr.doc, selection.anchor - start + to, selection.head - start + to))
  else if (NodeSelection.isSelectable(block)) tr.setSelection(NodeSelection.create(tr.doc, to))
  return tr.scrollIntoView()
}
