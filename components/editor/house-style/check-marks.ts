import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Span } from '@/lib/house-style/check-text'
import type { Finding } from '@/lib/house-style/rule'

/** Why words are marked: a rule, a TK, or a word that the house dictionary knows. */
export type MarkReason = { kind: 'style'; finding: Finding } | { kind: 'tk' } | { kind: 'known' }

/** Where a rule found something, in the document as it is now. */
export type StylePlace = { from: number; to: number; finding: Finding }

/** All the marks of one stretch of the document. */
type Marked = { from: number; to: number; marks: readonly Decoration[] }

const key = new PluginKey<DecorationSet>('houseStyleMarks')

/**
 * Shows marks and keeps them at their words while somebody types: that is all that happens on a key. `onReached` hears of every
 * paragraph that a change reached into: a paragraph that was cut and brought back is the same node, and its marks are gone.
 */
export function checkMarks(onReached: (textblock: Node) => void): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before) {
        const marks = tr.docChanged ? before.map(tr.mapping, tr.doc) : before
        if (tr.docChanged) for (const textblock of reachedBy(tr)) onReached(textblock)
        const changed: readonly Marked[] | undefined = tr.getMeta(key)
        return changed === undefined ? marks : replaced(marks, tr, changed)
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

function reachedBy(tr: Transaction): Node[] {
  const reached: Node[] = []
  const end = tr.doc.content.size
  tr.mapping.maps.forEach((map, index) => {
    const rest = tr.mapping.slice(index + 1)
    map.forEach((_from, _to, from, to) => {
      tr.doc.nodesBetween(Math.max(0, rest.map(from, -1)), Math.min(end, rest.map(to, 1)), (node) => {
        if (node.isTextblock) reached.push(node)
        return !node.isTextblock
      })
    })
  })
  return reached
}

function replaced(before: DecorationSet, tr: Transaction, changed: readonly Marked[]): DecorationSet {
  const stale = changed.flatMap(({ from, to }) => before.find(from, to))
  return before.remove(stale).add(
    tr.doc,
    changed.flatMap(({ marks }) => [...marks]),
  )
}

/** A transaction that gives these stretches these marks, and takes off whatever was there. */
export function withMarks(state: EditorState, changed: readonly Marked[]): Transaction {
  return state.tr.setMeta(key, changed).setMeta('addToHistory', false)
}

export function markOf({ from, to }: Span, reason: MarkReason): Decoration {
  return Decoration.inline(from, to, ATTRIBUTES[reason.kind], { reason, inclusiveStart: false, inclusiveEnd: false })
}

const ATTRIBUTES: Record<MarkReason['kind'], Record<string, string>> = {
  style: { class: 'style-mark' },
  tk: { class: 'tk-mark' },
  known: { spellcheck: 'false' },
}

function reasonOf(mark: Decoration): MarkReason {
  return mark.spec.reason as MarkReason
}

/** The marks between two positions, in the order of the text. */
export function marksBetween(state: EditorState, from: number, to: number): (Span & { reason: MarkReason })[] {
  const marks = key.getState(state)?.find(from, to) ?? []
  return marks
    .map((mark) => ({ from: mark.from, to: mark.to, reason: reasonOf(mark) }))
    .sort((a, b) => a.from - b.from || b.to - a.to)
}

/** Where rules found something between two positions: nothing where somebody has changed the words since. */
export function stylePlaces(state: EditorState, from = 0, to = state.doc.content.size): StylePlace[] {
  return marksBetween(state, from, to).flatMap(({ reason, ...span }) =>
    reason.kind === 'style' && isStillThere(state, span, reason.finding) ? [{ ...span, finding: reason.finding }] : [],
  )
}

function isStillThere({ doc }: EditorState, { from, to }: Span, { found }: Finding): boolean {
  return to - from === found.length && doc.textBetween(from, to, '\n', '\n') === found
}

/** What is marked at the cursor: what a rule found, or a TK, which is no finding. */
export function checkAt(state: EditorState): { from: number; finding: Finding | null } | null {
  const { head } = state.selection
  const place = findingAt(state, head)
  if (place !== null) return place
  const tk = marksBetween(state, head, head).find(({ reason }) => reason.kind === 'tk')
  return tk === undefined ? null : { from: tk.from, finding: null }
}

/** What a rule says about the words at a position. */
export function findingAt(state: EditorState, position: number): StylePlace | null {
  return stylePlaces(state, position, position)[0] ?? null
}
