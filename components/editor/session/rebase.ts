import type { Node } from 'prosemirror-model'
import type { EditorState, Plugin, Transaction } from 'prosemirror-state'
import { TextSelection } from 'prosemirror-state'
import { AttrStep, Mapping, ReplaceStep, type Step, Transform } from 'prosemirror-transform'
import { isSubsequence, piecesOf, plainText, wordsOf } from './words'

/** What prosemirror-collab keeps in its plugin's state. */
type Unconfirmed = { step: Step; inverted: Step; origin: Transform }
type CollabState = { version: number; unconfirmed: readonly Unconfirmed[] }

export type Received = {
  transaction: Transaction
  /** How many own steps have no place any more. */
  lost: number
  /** The words in them. */
  lostWords: string
}

/**
 * The transaction that takes in steps from the server, the first `own` of which are this tab's own, confirmed. It does what
 * `receiveTransaction` of prosemirror-collab does (undo what is unconfirmed, do the others' steps, do the unconfirmed again)
 * and is stricter in what may be done again:
 *
 * - An insertion stays one. Mapped over many steps it can come out as a replacement of words that stand beside it.
 * - Nothing is taken away that its author did not see. Where others wrote meanwhile inside of what this tab deletes or
 *   moves, the whole action is given up: it is easily done again, and their words are not.
 * - Two changes of one attribute: the first that was saved stays.
 *
 * What cannot be done again is answered as `lost`.
 */
export function receive(state: EditorState, collab: Plugin, steps: readonly Step[], own: number): Received {
  const { version, unconfirmed: before } = collab.getState(state) as CollabState
  const pending = before.slice(own)
  const others = steps.slice(own)
  const transaction = state.tr
  const unconfirmed = others.length === 0 ? pending : rebase(transaction, pending, others)
  transaction.setMeta(collab, { version: version + steps.length, unconfirmed } satisfies CollabState)
  if (others.length === 0) return { transaction, lost: 0, lostWords: '' }
  keepCursorBeforeInsertions(state, transaction)
  // The history plugin reads both: which steps were done again, and that none of it is this person's to undo.
  transaction.setMeta('rebased', pending.length).setMeta('addToHistory', false)
  const lost = pending.length - unconfirmed.length
  return { transaction, lost, lostWords: lost === 0 ? '' : lostWords(state.doc, pending, transaction) }
}

function rebase(transaction: Transaction, pending: readonly Unconfirmed[], others: readonly Step[]): Unconfirmed[] {
  for (const { inverted } of pending.toReversed()) transaction.step(inverted)
  for (const step of others) transaction.step(step)
  const again: Unconfirmed[] = []
  for (let at = 0; at < pending.length; ) {
    const action = actionAt(pending, at)
    if (action.length === 1 || isPossible(transaction, pending.length, at, action)) {
      action.forEach((one, index) => {
        const done = doAgain(transaction, pending.length - at - index, one)
        if (done !== null) again.push(done)
      })
    }
    at += action.length
  }
  return again
}

/** The steps of one action, from an index on. */
function actionAt(pending: readonly Unconfirmed[], at: number): readonly Unconfirmed[] {
  let end = at + 1
  while (end < pending.length && pending[end]?.origin === pending[at]?.origin) end++
  return pending.slice(at, end)
}

/** Tries an action of several steps on the side: it is done as a whole or not at all. */
function isPossible(transaction: Transaction, count: number, at: number, action: readonly Unconfirmed[]): boolean {
  const trial = new Transform(transaction.doc)
  const mapping = transaction.mapping.slice()
  return action.every((one, index) => {
    const from = count - at - index
    const step = mapped(one, mapping.slice(from), trial.doc)
    if (step === null || trial.maybeStep(step).failed !== null) return false
    mapping.appendMap(step.getMap(), from - 1)
    return true
  })
}

/** `from` counts back to what undid the step: everything after that lies between it and its new place. */
function doAgain(transaction: Transaction, from: number, one: Unconfirmed): Unconfirmed | null {
  const step = mapped(one, transaction.mapping.slice(from), transaction.doc)
  if (step === null || transaction.maybeStep(step).failed !== null) return null
  mirror(transaction.mapping, from - 1, transaction.steps.length - 1)
  const before = transaction.docs.at(-1)
  return before === undefined ? null : { step, inverted: step.invert(before), origin: one.origin }
}

/** Says that one map undoes the other: prosemirror-collab does the same; the method is there but not in the published types. */
function mirror(mapping: Mapping & { setMirror?(one: number, other: number): void }, one: number, other: number): void {
  mapping.setMirror?.(one, other)
}

function mapped({ step, inverted }: Unconfirmed, mapping: Mapping, document: Node): Step | null {
  if (step instanceof ReplaceStep && step.from === step.to) return mappedInsertion(step, mapping)
  const result = step.map(mapping)
  if (result === null) return null
  if (result instanceof AttrStep && inverted instanceof AttrStep) {
    return document.nodeAt(result.pos)?.attrs[result.attr] === inverted.value ? result : null
  }
  if (isSubsequence(piecesRemoved(result.invert.bind(result), document), slicePieces(inverted))) return result
  const isTypedOver = result instanceof ReplaceStep && result.slice.content.firstChild?.isText
  return isTypedOver ? new ReplaceStep(result.to, result.to, result.slice) : null
}

function mappedInsertion(step: ReplaceStep & { structure?: boolean }, mapping: Mapping): Step | null {
  const before = mapping.mapResult(step.from, -1)
  const after = mapping.mapResult(step.from, 1)
  if (before.deletedAcross && after.deletedAcross) return null
  const at = Math.max(before.pos, after.pos)
  return new ReplaceStep(at, at, step.slice, step.structure)
}

function piecesRemoved(invert: (document: Node) => Step, document: Node): readonly string[] {
  try {
    return slicePieces(invert(document))
  } catch {
    // It does not even fit: applying it will say so.
    return []
  }
}

/** What the inverse of a step puts back is what the step takes away. */
function slicePieces(inverted: Step): readonly string[] {
  return 'slice' in inverted ? piecesOf((inverted as ReplaceStep).slice.content) : []
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
