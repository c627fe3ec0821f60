import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type FindAction, findKey, findState } from './find-extension'
import { inOrder, matchAt, type Range, wordsFound } from './find-state'
import { replaceInLine, replacementFor } from './replacement'
import type { Search } from './search'

export function lookFor(view: EditorView, search: Search | null, near: number): void {
  tell(view, search === null ? { stop: true } : { look: search, near })
}

/** Goes on to the next match, or back to the one before, around the end. */
export function goOn(view: EditorView, direction: 1 | -1): void {
  const { matches, current } = findState(view.state)
  const all = inOrder(matches)
  if (all.length === 0) return
  const here = current ?? view.state.selection.from
  const next =
    direction === 1
      ? (all.find(({ from }) => from > here) ?? all[0])
      : (all.findLast(({ from }) => from < here) ?? all.at(-1))
  if (next === undefined) return
  tell(view, { lookAt: next.from })
  reveal(view, next)
}

/** Which one of how many. `number` is null when none of them is the current one. */
export function whereWeAre(state: EditorState): { number: number | null; count: number; isTooSlow: boolean } {
  const { matches, current, count, isTooSlow } = findState(state)
  const index = current === null ? -1 : inOrder(matches).findIndex(({ from }) => from === current)
  return { number: index === -1 ? null : index + 1, count, isTooSlow }
}

export function currentMatch(state: EditorState): Range | undefined {
  const { matches, current } = findState(state)
  return current === null ? undefined : matchAt(matches, current)
}

/** Stops looking; the cursor goes to the match that was looked at last. */
export function stopFinding(view: EditorView): void {
  const match = currentMatch(view.state)
  const tr = view.state.tr.setMeta(findKey, { stop: true } satisfies FindAction)
  if (match !== undefined) tr.setSelection(TextSelection.create(tr.doc, match.from, match.to))
  view.dispatch(tr.setMeta('addToHistory', false))
}

/** Replaces the match that is looked at and goes on to the next. */
export function replaceCurrent(view: EditorView, template: string, isPattern: boolean): void {
  const match = currentMatch(view.state)
  const { search } = findState(view.state)
  if (match === undefined || search === null) {
    goOn(view, 1)
    return
  }
  const tr = closeHistory(view.state.tr)
  replaceWithin(tr, match, search, template, isPattern)
  const after = tr.mapping.map(match.to, 1)
  view.dispatch(tr.setMeta(findKey, { lookAt: after } satisfies FindAction))
  const next = currentMatch(view.state)
  if (next !== undefined) reveal(view, next)
}

/** Replaces every match as one change that one undo takes back, and answers how many there were. */
export function replaceAll(view: EditorView, template: string, isPattern: boolean): number {
  const { search } = findState(view.state)
  if (search === null) return 0
  const { tr, count } = allReplaced(view.state, search, template, isPattern)
  if (tr.docChanged) view.dispatch(closeHistory(tr))
  return count
}

export function allReplaced(
  state: EditorState,
  search: Search,
  template: string,
  isPattern: boolean,
): { tr: Transaction; count: number } {
  const { tr, doc } = state
  const lines: [Node, number][] = []
  doc.descendants((node, position) => {
    if (node.inlineContent) lines.push([node, position])
  })
  let count = 0
  // From the end to the start, so that no place moves before it is used.
  for (const [line, position] of lines.toReversed()) {
    for (const found of [...wordsFound(line, search)].toReversed()) {
      replaceInLine(tr, line, position + 1, found, replacementFor(found, template, isPattern))
      count += 1
    }
  }
  return { tr, count }
}

function replaceWithin(tr: Transaction, match: Range, search: Search, template: string, isPattern: boolean): void {
  const $from = tr.doc.resolve(match.from)
  const start = $from.start()
  for (const found of wordsFound($from.parent, search)) {
    if (start + found.from !== match.from) continue
    replaceInLine(tr, $from.parent, start, found, replacementFor(found, template, isPattern))
    return
  }
}

/** Brings a place into the middle of what is seen, unless it is seen already. */
export function reveal(view: EditorView, { from, to }: Range): void {
  const top = view.coordsAtPos(from).top
  const bottom = view.coordsAtPos(to).bottom
  const bar = document.querySelector('.find-bar')?.getBoundingClientRect().bottom ?? 0
  if (top < bar + 24 || bottom > window.innerHeight - 112)
    window.scrollBy({ top: top - Math.max(bar + 48, window.innerHeight / 3) })
}

function tell(view: EditorView, action: FindAction): void {
  view.dispatch(view.state.tr.setMeta(findKey, action).setMeta('addToHistory', false))
}
