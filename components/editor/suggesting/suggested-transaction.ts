import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { type Suggested, type Suggester, suggestChange } from '@/lib/document/suggesting/suggest-change'
import { isRemoteChange } from '../extensions/remote-change'
import { isAsIs } from './as-is'

/** What a transaction says about itself that stays true when its change becomes a suggestion. */
const KEPT_META = ['paste', 'uiEvent', 'composition', 'inputType', 'addToHistory', 'preventUpdate']

/** Is this a change that somebody makes here and now, by typing, pasting, dragging or a button? */
export function isOwnChange(transaction: Transaction): boolean {
  if (!transaction.docChanged || isAsIs(transaction) || isRemoteChange(transaction)) return false
  // What undo and redo bring back, and what the session takes in, was decided before.
  return transaction.getMeta('history$') === undefined && transaction.getMeta('collab$') === undefined
}

/**
 * The transaction that suggests what another one would do, with the cursor where the other would leave it. One transaction,
 * so that one undo takes it back.
 * @returns null when there is no way to suggest it
 */
export function suggestedTransaction(
  state: EditorState,
  transaction: Transaction,
  suggester: Suggester,
): Transaction | null {
  const { selection } = state
  const suggested = suggestChange(state.doc, transaction.doc, suggester, {
    cursorBefore: selection instanceof TextSelection && selection.empty ? selection.head : null,
    head: transaction.selection.head,
  })
  if (suggested === null) return null
  const result = state.tr
  for (const step of suggested.transform.steps) result.step(step)
  result.setSelection(placed(transaction.selection, suggested, result.doc))
  if (transaction.storedMarksSet) result.setStoredMarks(transaction.storedMarks)
  for (const key of KEPT_META) {
    const value = transaction.getMeta(key)
    if (value !== undefined) result.setMeta(key, value)
  }
  return transaction.scrolledIntoView ? result.scrollIntoView() : result
}

function placed(selection: Selection, { place }: Suggested, doc: Node): Selection {
  const at = (position: number) => doc.resolve(Math.max(0, Math.min(place(position), doc.content.size)))
  if (selection instanceof NodeSelection) {
    const $node = at(selection.from)
    if ($node.nodeAfter !== null && NodeSelection.isSelectable($node.nodeAfter)) return new NodeSelection($node)
  }
  if (selection instanceof TextSelection) return TextSelection.between(at(selection.anchor), at(selection.head))
  return Selection.near(at(selection.head), 1)
}
