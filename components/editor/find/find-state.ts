import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { lineText } from '../line-text'
import type { Found, Search } from './search'

/** Longer than this nobody waits, and the page must answer. */
const MILLISECONDS_MOST = 1_000

export type FindState = {
  search: Search | null
  matches: DecorationSet
  count: number
  /** Where the match begins that somebody looks at. It may have changed since and be none any more. */
  current: number | null
  /** The matches with the current one shown as such. */
  shown: DecorationSet
  isTooSlow: boolean
}

export const NOTHING: FindState = {
  search: null,
  matches: DecorationSet.empty,
  count: 0,
  current: null,
  shown: DecorationSet.empty,
  isTooSlow: false,
}

export type Range = { from: number; to: number }

/** Looks through the whole article. The first match at `near` or after it is the current one. */
export function findAll(doc: Node, search: Search, near: number): FindState {
  const clock = new Clock()
  const found: Decoration[] = []
  doc.descendants((node, position) => {
    if (clock.isOver) return false
    if (node.inlineContent) found.push(...findInLine(node, position, search, clock))
    return true
  })
  const matches = DecorationSet.create(doc, found)
  return show(
    doc,
    { ...NOTHING, search, matches, count: found.length, isTooSlow: clock.isOver },
    firstAt(matches, near),
  )
}

/** After a change: what was found moves along, and only the lines that were changed are looked through again. */
export function findAgain(before: FindState, tr: Transaction): FindState {
  const { search } = before
  if (search === null) return before
  let { count } = before
  let matches = before.matches.map(tr.mapping, tr.doc, { onRemove: () => count-- })
  const current = before.current === null ? null : tr.mapping.map(before.current, 1)
  if (before.isTooSlow) return show(tr.doc, { ...before, matches, count }, current)
  const clock = new Clock()
  for (const [position, block] of changedBlocks(tr)) {
    const old = matches.find(position, position + block.nodeSize)
    const fresh = [...findInLine(block, position, search, clock)]
    block.descendants((node, offset) => {
      if (node.inlineContent) fresh.push(...findInLine(node, position + 1 + offset, search, clock))
    })
    matches = matches.remove(old).add(tr.doc, fresh)
    count += fresh.length - old.length
  }
  return show(tr.doc, { ...before, matches, count, isTooSlow: clock.isOver }, current)
}

/** The same with another match as the current one. */
export function show(doc: Node, state: FindState, current: number | null): FindState {
  const match = current === null ? undefined : matchAt(state.matches, current)
  const shown =
    match === undefined
      ? state.matches
      : state.matches.add(doc, [Decoration.inline(match.from, match.to, { class: 'find-current' })])
  return { ...state, current, shown }
}

export function matchAt(matches: DecorationSet, from: number): Range | undefined {
  return matches.find(from, from + 1).find((match) => match.from === from)
}

/** Every match in order. */
export function inOrder(matches: DecorationSet): Range[] {
  return matches.find().sort((one, other) => one.from - other.from)
}

/** Where the first match at a place or after it begins; past the last one, the first of all. */
export function firstAt(matches: DecorationSet, near: number): number | null {
  const all = inOrder(matches)
  return (all.find(({ from }) => from >= near) ?? all[0])?.from ?? null
}

/** What is found in a line, without what holds more than words: a note in it would be lost with them. */
export function* wordsFound(line: Node, search: Search): Generator<Found> {
  const text = lineText(line)
  for (const found of search(text)) if (!text.slice(found.from, found.to).includes('\ufffc')) yield found
}

function* findInLine(line: Node, position: number, search: Search, clock: Clock): Generator<Decoration> {
  for (const { from, to } of wordsFound(line, search)) {
    yield Decoration.inline(position + 1 + from, position + 1 + to, { class: 'find-match' })
    if (clock.isOver) return
  }
}

function changedBlocks(tr: Transaction): Map<number, Node> {
  const blocks = new Map<number, Node>()
  tr.mapping.maps.forEach((map, index) => {
    const after = tr.mapping.slice(index + 1)
    map.forEach((_from, _to, newFrom, newTo) => {
      const from = Math.max(0, after.map(newFrom, -1) - 1)
      const to = Math.min(tr.doc.content.size, after.map(newTo, 1) + 1)
      tr.doc.nodesBetween(from, to, (node, position) => {
        if (node.isTextblock) blocks.set(position, node)
        return !node.isTextblock
      })
    })
  })
  return blocks
}

/** Counts from when it is made. */
class Clock {
  private readonly start = performance.now()

  get isOver(): boolean {
    return performance.now() - this.start > MILLISECONDS_MOST
  }
}
