import { type EditorState, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'
import { isSuggestion } from '@/lib/document/suggesting/pieces'
import { acceptSuggestions, listSuggestions, rejectSuggestions } from '@/lib/document/suggestions'
import { asIs } from './as-is'

/** The ids of what is suggested about the words or the block at the cursor, innermost first. */
export function suggestionsAt({ selection }: EditorState): string[] {
  const { $from } = selection
  const marks = [
    ...(selection instanceof NodeSelection ? selection.node.marks : []),
    ...($from.parent.isTextblock ? [...($from.nodeBefore?.marks ?? []), ...($from.nodeAfter?.marks ?? [])] : []),
    ...($from.depth > 0 ? $from.node(1).marks : []),
  ]
  return [...new Set(marks.filter(isSuggestion).map(({ attrs }): string => attrs.suggestionId))]
}

/** Puts suggestions into the text, or takes them out. */
export function decide(state: EditorState, ids: Iterable<string>, decision: 'accept' | 'reject'): Transaction {
  const set = new Set(ids)
  const tr = state.tr
  return asIs(decision === 'accept' ? acceptSuggestions(tr, set) : rejectSuggestions(tr, set))
}

/** The cursor at a suggestion, in sight. Null when it is gone. */
export function toSuggestion(state: EditorState, id: string): Transaction | null {
  const found = listSuggestions(state.doc).find((one) => one.id === id)
  return found === undefined ? null : toPlace(state, found.from)
}

/** The cursor at the next suggestion after it, or the one before it; round the end to the other side. */
export function toNeighbour(state: EditorState, by: 1 | -1): Transaction | null {
  const list = listSuggestions(state.doc)
  const here = new Set(suggestionsAt(state))
  const { from } = state.selection
  const others = list.filter(({ id }) => !here.has(id))
  const next =
    by === 1
      ? (others.find((one) => one.from >= from) ?? list[0])
      : (others.findLast((one) => one.from < from) ?? list.at(-1))
  return next === undefined ? null : toPlace(state, next.from)
}

function toPlace(state: EditorState, position: number): Transaction {
  const node = state.doc.nodeAt(position)
  const selection =
    node?.isBlock && node.isAtom && NodeSelection.isSelectable(node)
      ? NodeSelection.create(state.doc, position)
      : Selection.near(state.doc.resolve(node?.isInline ? position : position + 1), 1)
  return state.tr.setSelection(selection).scrollIntoView()
}
