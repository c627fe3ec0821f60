import type { Node, ResolvedPos } from '@tiptap/pm/model'

const BOXES = new Set(['keyPoints', 'factBox', 'timeline', 'questionAndAnswer'])
const ENTRIES = new Set(['keyPoint', 'timelineEntry', 'questionEntry'])

/** A cursor in a box: the box, the entry of it (a point, a moment, a question with its answer) and the line. */
export type BoxPlace = {
  box: Node
  boxAt: number
  /** Null in a fact box, which has none. A key point is its own line. */
  entry: Node | null
  entryAt: number
  isLastEntry: boolean
  line: Node
  /** Is the line a child of the entry (or of a box without entries), and not deep in a list? */
  isDirect: boolean
  isLastOfEntry: boolean
  isFirstOfEntry: boolean
  isFirstOfBox: boolean
  /** The first line under a question. */
  isAnswer: boolean
}

export function boxAt($pos: ResolvedPos): BoxPlace | null {
  const box = $pos.depth < 2 ? null : $pos.node(1)
  if (box === null || !BOXES.has(box.type.name)) return null
  const child = $pos.node(2)
  const hasEntries = ENTRIES.has(child.type.name)
  const depth = hasEntries ? 2 : 1
  const isFirstFrom = (from: number) =>
    Array.from({ length: $pos.depth - from }, (_, at) => $pos.index(from + at)).every((index) => index === 0)
  return {
    box,
    boxAt: $pos.before(1),
    entry: hasEntries ? child : null,
    entryAt: hasEntries ? $pos.before(2) : $pos.before(1),
    isLastEntry: $pos.index(1) === box.childCount - 1,
    line: $pos.parent,
    isDirect: $pos.depth === depth + 1 || child === $pos.parent,
    isLastOfEntry: $pos.depth === depth || $pos.index(depth) === $pos.node(depth).childCount - 1,
    isFirstOfEntry: isFirstFrom(depth),
    isFirstOfBox: isFirstFrom(1),
    isAnswer: child.type.name === 'questionEntry' && $pos.depth === 3 && $pos.index(2) === 1,
  }
}

/** Has nobody written into it, words or a date or a heading? */
export function isBlank(node: Node): boolean {
  const { heading = '', when = '' } = node.attrs
  return node.textContent === '' && heading === '' && when === '' && node.children.every(isBlank)
}
