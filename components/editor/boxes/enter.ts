import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { type BoxPlace, isBlank } from './box-at'
import { onLineBelow } from './leave'

/** What Enter does in a box, or null where it does what it does anywhere. */
export function enterInBox(state: EditorState, place: BoxPlace): Transaction | null {
  const { line, entry } = place
  if (place.isLastEntry && entry !== null && isBlank(entry)) return outOfEmptyEntry(state, place)
  if (line.type.name === 'question') return toAnswer(state)
  if (line.type.name === 'keyPoint' || line.content.size > 0 || !place.isDirect || !place.isLastOfEntry) return null
  return entry === null ? outOfFactBox(state, place) : toNextEntry(state, place)
}

function outOfEmptyEntry({ tr }: EditorState, { box, boxAt, entry, entryAt }: BoxPlace): Transaction {
  if (box.childCount > 1 && entry !== null) tr.delete(entryAt, entryAt + entry.nodeSize)
  return onLineBelow(tr, boxAt)
}

function toAnswer({ tr, selection }: EditorState): Transaction {
  const answer = TextSelection.near(tr.doc.resolve(selection.$head.after()), 1)
  return tr.setSelection(answer).scrollIntoView()
}

function outOfFactBox(state: EditorState, { box, boxAt }: BoxPlace): Transaction {
  return onLineBelow(box.childCount > 1 ? withoutLine(state) : state.tr, boxAt)
}

/** The empty line becomes the next entry. A question without an answer waits for one. */
function toNextEntry(state: EditorState, { box, boxAt, entry, isLastEntry }: BoxPlace): Transaction | null {
  const { $head } = state.selection
  const fewest = entry?.type.name === 'questionEntry' ? 2 : 1
  if (entry === null || entry.childCount <= fewest) return isLastEntry ? onLineBelow(state.tr, boxAt) : null
  const next = box.child(0).type.createAndFill()
  if (next === null) return null
  const tr = withoutLine(state)
  const at = tr.mapping.map($head.after(2))
  tr.insert(at, next)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1), 1)).scrollIntoView()
}

function withoutLine({ tr, selection: { $head } }: EditorState): Transaction {
  return tr.delete($head.before(), $head.after())
}
