import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { emit, placesOf } from './emit'
import type { Outcome } from './outcome'
import type { Hint, Part } from './parts'
import type { Token } from './tokens'

export type Suggested = {
  transform: Transform
  /** Where a position of the document that was asked for is in the one with suggestions. */
  place: (position: number) => number
}

export function combine(before: Node, parts: readonly Part[], hint: Hint): Suggested {
  const transform = new Transform(before)
  for (const part of parts.toReversed()) emit(transform, part.tokens, part.outcome, part.region)
  const known = new Set(before.children)
  for (const block of transform.doc.children) if (!known.has(block)) block.check()
  let shift = 0
  const placed = parts.map((part) => {
    const { starts, end } = placesOf(part.outcome, { ...part.region, from: part.region.from + shift })
    const here = { part, starts, end, from: part.region.from + shift }
    shift = end - part.region.to
    return here
  })
  const isForward = hint.cursorBefore !== null && deletesFrom(parts, hint.cursorBefore)
  return {
    transform,
    place(position) {
      const last = placed.findLast(({ part }) => part.after.from <= position)
      if (last === undefined) return position
      if (position > last.part.after.to) return last.end + (position - last.part.after.to)
      return placeIn(last, position, isForward)
    },
  }
}

/** True when what goes begins at the cursor: the Delete key, and the cursor goes on past it. */
function deletesFrom(parts: readonly Part[], cursor: number): boolean {
  const gone = parts.flatMap(({ outcome }) => outcome.filter(({ from, after }) => from !== null && after === null))
  const isAdding = parts.some(({ outcome }) => outcome.some(({ from }) => from === null))
  return gone.length > 0 && !isAdding && gone.every(({ from }) => (from as Token).from >= cursor)
}

function placeIn(
  { part, starts, end, from }: { part: Part; starts: readonly number[]; end: number; from: number },
  position: number,
  isForward: boolean,
): number {
  const { outcome } = part
  const here = outcome.findIndex(({ after }) => after?.kind === 'whole' && after.from === position)
  if (here !== -1) return starts[here] as number
  if (isForward) {
    const next = outcome.findIndex(({ after }) => after !== null && after.from >= position)
    if (next === -1) return part.region.isInline ? end : end - 1
    const isNextBlock = outcome[next]?.kind !== 'letter'
    return (starts[next] as number) - (isNextBlock ? 1 : 0)
  }
  const before = outcome.findLastIndex(({ after }) => after !== null && after.from < position)
  if (before === -1) return from + (part.region.isInline ? 0 : 1)
  return (starts[before] as number) + position - ((outcome[before] as Outcome).after as Token).from
}
