import type { Node } from 'prosemirror-model'

/**
 * Which of some blocks was carried elsewhere, when that is all that happened: its index before and after. Of two that changed
 * places, the one at `near` (a position counted from where the blocks begin) is taken, which is where the selection is.
 */
export function moveOf(
  before: readonly Node[],
  after: readonly Node[],
  near: number,
): { from: number; to: number } | null {
  if (before.length !== after.length || before.length < 2) return null
  const last = before.length - 1
  const isDown = isRotated(before, after, 0, last)
  const isUp = isRotated(before, after, last, 0)
  if (isDown && isUp)
    return near < (after[0] as Node).nodeSize && near >= 0 ? { from: last, to: 0 } : { from: 0, to: last }
  if (isDown) return { from: 0, to: last }
  return isUp ? { from: last, to: 0 } : null
}

/** Blocks that are equal at both ends were left out before, so what was moved comes from one end and goes to the other. */
function isRotated(before: readonly Node[], after: readonly Node[], from: number, to: number): boolean {
  const rest = before.filter((_, index) => index !== from)
  const others = after.filter((_, index) => index !== to)
  return (before[from] as Node).eq(after[to] as Node) && rest.every((block, index) => block.eq(others[index] as Node))
}
