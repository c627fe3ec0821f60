import type { Node } from 'prosemirror-model'
import type { Region } from './emit'
import type { Maker } from './maker'
import type { Outcome } from './outcome'
import type { Token } from './tokens'

/** Where the change happened, as far as the document does not tell. */
export type Hint = {
  /** The cursor before it; null for a selection. */
  cursorBefore: number | null
  /** Where the cursor (or the end of the selection) is after it. */
  head: number
}

/** A part that changed: its place before and after, and what became of it. */
export type Part = {
  region: Region
  after: { from: number; to: number }
  tokens: readonly Token[]
  outcome: readonly Outcome[]
}

export type Parts = (before: Node, after: Node, maker: Maker, hint: Hint) => Part[] | null

/** The blocks of the body that are not the same before and after. */
export type Changed = { before: Node[]; after: Node[]; from: number; afterFrom: number; index: number }

export function changedBlocks(before: Node, after: Node): Changed {
  let start = 2
  const least = Math.min(before.childCount, after.childCount)
  while (start < least && isSameBlock(before.child(start), after.child(start))) start += 1
  let end = 0
  while (
    end < least - start &&
    isSameBlock(before.child(before.childCount - 1 - end), after.child(after.childCount - 1 - end))
  )
    end += 1
  return {
    before: before.children.slice(start, before.childCount - end),
    after: after.children.slice(start, after.childCount - end),
    from: startOf(before, start),
    afterFrom: startOf(after, start),
    index: start,
  }
}

function isSameBlock(one: Node, other: Node): boolean {
  return one === other || one.eq(other)
}

export function startOf(doc: Node, index: number): number {
  let position = 0
  for (let at = 0; at < index; at += 1) position += doc.child(at).nodeSize
  return position
}
