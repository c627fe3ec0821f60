import type { Node } from 'prosemirror-model'
import type { EditorState, Plugin, Transaction } from 'prosemirror-state'
import { TextSelection } from 'prosemirror-state'
import { AttrStep, Mapping, type Step, type Transform } from 'prosemirror-transform'
import { type Pending, redo } from '@/lib/document/rebase'
import { plainText, wordsOf } from './words'

/** What prosemirror-collab keeps in its plugin's state. */
type Unconfirmed = Pending & { origin: Transform }
type CollabState = { version: number; unconfirmed: readonly Unconfirmed[] }

export type Received = {
  transaction: Transaction
  /** What became of each step that was pending before: `confirmed`, or done again (`kept`), or without a place (`lost`). */
  fates: readonly ('confirmed' | 'kept' | 'lost')[]
  /** The words in the steps that were lost, as far as they stand nowhere now. */
  lostWords: string
}

/**
 * The transaction that takes in steps from the server: others' steps, before which pending ones are undone and after which
 * they are done again ({@link redo} says how), or own ones that come back.
 *
 * @param own how many of the steps are the first pending ones, exactly as they were sent
 */
export function receive(state: EditorState, collab: Plugin, steps: readonly Step[], own: number): Received {
  const { version, unconfirmed } = collab.getState(state) as CollabState
  const pending = unconfirmed.slice(own)
  const others = steps.slice(own)
  const { transaction, again } = takeIn(state, pending, others, 0)
  transaction.setMeta(collab, {
    version: version + steps.length,
    unconfirmed: again.filter((one) => one !== null),
  } satisfies CollabState)
  return {
    transaction,
    fates: [
      ...unconfirmed.slice(0, own).map(() => 'confirmed' as const),
      ...again.map((one) => (one === null ? 'lost' : 'kept')),
    ],
    lostWords: again.includes(null) ? lostWords(state.doc, pending, transaction) : '',
  }
}

/**
 * As {@link receive}, where the server made something else of the first `settled` pending steps than this tab would have:
 * what it made is taken as it is, and they are not done again.
 */
export function receiveSettled(state: EditorState, collab: Plugin, steps: readonly Step[], settled: number): Received {
  const { version, unconfirmed } = collab.getState(state) as CollabState
  const { transaction, again } = takeIn(state, unconfirmed, steps, settled)
  transaction.setMeta(collab, {
    version: version + steps.length,
    unconfirmed: again.filter((one) => one !== null),
  } satisfies CollabState)
  return {
    transaction,
    fates: again.map((one, index) => (index < settled ? 'confirmed' : one === null ? 'lost' : 'kept')),
    lostWords: lostWords(state.doc, unconfirmed, transaction),
  }
}

/** The transaction that takes every pending step back out of the text, and the words that go with them. */
export function withoutPending(state: EditorState, collab: Plugin): { transaction: Transaction; words: string } {
  const { version, unconfirmed } = collab.getState(state) as CollabState
  const transaction = state.tr
  for (const { inverted } of unconfirmed.toReversed()) transaction.step(inverted)
  transaction.setMeta(collab, { version, unconfirmed: [] } satisfies CollabState)
  transaction.setMeta('rebased', unconfirmed.length).setMeta('addToHistory', false)
  return { transaction, words: lostWords(state.doc, unconfirmed, transaction) }
}

function takeIn(state: EditorState, pending: readonly Unconfirmed[], others: readonly Step[], settled: number) {
  const transaction = state.tr
  if (others.length === 0 && settled === 0) return { transaction, again: [...pending] }
  for (const { inverted } of pending.toReversed()) transaction.step(inverted)
  for (const step of others) transaction.step(step)
  const again = redo(transaction, pending, settled) as (Unconfirmed | null)[]
  keepCursorBeforeInsertions(state, transaction)
  // The history plugin reads both: which steps were done again, and that none of it is this person's to undo.
  transaction.setMeta('rebased', pending.length).setMeta('addToHistory', false)
  return { transaction, again }
}

function keepCursorBeforeInsertions(state: EditorState, transaction: Transaction): void {
  if (!(state.selection instanceof TextSelection)) return
  const { anchor, head } = state.selection
  const { doc, mapping } = transaction
  transaction.setSelection(
    TextSelection.between(doc.resolve(mapping.map(anchor, -1)), doc.resolve(mapping.map(head, -1)), -1),
  )
}

/** The words that were typed up to `document` in steps that were not done again, as far as they stand nowhere now. */
function lostWords(document: Node, pending: readonly Unconfirmed[], transaction: Transaction): string {
  const now = plainText(transaction.doc)
  const maps = pending.map(({ step }) => step.getMap())
  const ranges: { from: number; to: number }[] = []
  const values: string[] = []
  pending.forEach(({ step }, index) => {
    if (transaction.mapping.getMirror(pending.length - 1 - index) !== undefined) return
    if (step instanceof AttrStep && typeof step.value === 'string') values.push(step.value)
    const later = new Mapping(maps).slice(index + 1)
    maps[index]?.forEach((_oldFrom, _oldTo, newFrom, newTo) => {
      const from = later.map(newFrom, 1)
      const to = later.map(newTo, -1)
      if (from < to) ranges.push({ from, to })
    })
  })
  const texts = joined(ranges).map(({ from, to }) => wordsOf(document, from, to).trim())
  return [...texts, ...values.slice(-1)].filter((text) => text !== '' && !now.includes(text)).join('\n')
}

function joined(ranges: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const result: { from: number; to: number }[] = []
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (last !== undefined && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else result.push({ ...range })
  }
  return result
}
