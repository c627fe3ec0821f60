import { closeHistory } from '@tiptap/pm/history'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { placedText } from '@/lib/document/placed-text'
import { findToDos } from '@/lib/document/to-do'
import { fixOf } from '@/lib/house-style/fix'
import { marksBetween, type StylePlace, stylePlaces } from './check-marks'

/** Writes what a rule wants at one place, as one step to undo. Null where the rule only warns. */
export function fixPlace(state: EditorState, place: StylePlace): Transaction | null {
  const tr = state.tr
  if (!write(tr, place)) return null
  return closeHistory(tr).scrollIntoView()
}

/** Writes what a rule wants wherever it was found, as one step to undo. Null where there is nothing to write. */
export function fixAll(state: EditorState, ruleId: string): { tr: Transaction; count: number } | null {
  const tr = state.tr
  let count = 0
  let before = Number.POSITIVE_INFINITY
  // From the end, so that no place moves before its turn.
  for (const place of stylePlaces(state).toReversed()) {
    if (place.finding.ruleId !== ruleId || place.to > before) continue
    if (!write(tr, place)) continue
    before = place.from
    count += 1
  }
  return count === 0 ? null : { tr: closeHistory(tr), count }
}

function write(tr: Transaction, { from, to, finding: { replacement } }: StylePlace): boolean {
  if (replacement === null) return false
  const $from = tr.doc.resolve(from)
  const start = $from.start()
  const fix = fixOf(placedText($from.parent), { from: from - start, to: to - start, replacement })
  tr.insertText(fix.words, start + fix.from, start + fix.to)
  return true
}

/** Puts the cursor to the next thing that a check marked, after the last one to the first. Null when nothing is marked. */
export function toNextMark(state: EditorState): Transaction | null {
  const places = [
    ...marksBetween(state, 0, state.doc.content.size).filter(({ reason }) => reason.kind !== 'known'),
    ...findToDos(state.doc).filter(({ kind }) => kind === 'to-do'),
  ].sort((a, b) => a.from - b.from)
  const next = places.find(({ from }) => from > state.selection.from) ?? places[0]
  return next === undefined ? null : goTo(state, next.from)
}

export function goTo(state: EditorState, position: number): Transaction {
  const $position = state.doc.resolve(Math.min(position, state.doc.content.size))
  return state.tr.setSelection(TextSelection.near($position)).scrollIntoView()
}
