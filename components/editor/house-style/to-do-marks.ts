import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { Span } from '@/lib/house-style/check-text'

/** The selected words, or the word at the cursor; null where there is none that could be marked. */
export function wordsForToDo(state: EditorState): Span | null {
  const { selection } = state
  const span = selection.empty ? wordAt(state) : { from: selection.from, to: selection.to }
  return span !== null && state.doc.textBetween(span.from, span.to, ' ').trim() !== '' ? span : null
}

/** The word that the cursor is in or touches. */
export function wordAt(state: EditorState): Span | null {
  const { $head, head } = state.selection
  if (!$head.parent.isTextblock) return null
  const offset = $head.parentOffset
  const before = $head.parent.textBetween(Math.max(0, offset - LONGEST), offset, GAP, GAP)
  const after = $head.parent.textBetween(offset, Math.min($head.parent.content.size, offset + LONGEST), GAP, GAP)
  const from = head - (/[\p{L}\p{M}\p{N}'’-]*$/u.exec(before)?.[0].length ?? 0)
  const to = head + (/^[\p{L}\p{M}\p{N}'’-]*/u.exec(after)?.[0].length ?? 0)
  return from === to ? null : { from, to }
}

const LONGEST = 100
const GAP = '\uFFFC'

/** Marks words as to be done. Marked again, they have the new note. */
export function markToDo(state: EditorState, { from, to }: Span, note: string): Transaction | null {
  const mark = state.schema.mark('toDo', { note })
  const tr = state.tr.addMark(from, Math.min(to, state.doc.content.size), mark)
  return tr.docChanged ? tr.removeStoredMark(mark.type) : null
}
