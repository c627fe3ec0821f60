import type { Document } from './document'

/**
 * Checks what differs between a document that is known to be good and the next one. Blocks that did not change are the very
 * same objects in both.
 *
 * @throws RangeError when the next one is not of our schema
 */
export function checkChanged(before: Document, after: Document): void {
  if (!after.type.validContent(after.content)) throw new RangeError('Its blocks do not fit together')
  const { from, to } = changedBlocks(before, after)
  for (let index = from; index < to; index++) after.child(index).check()
}

/** The blocks of `after` between the first and the last that are not the same as in `before`; `fromEnd` blocks follow. */
export function changedBlocks(before: Document, after: Document): { from: number; to: number; fromEnd: number } {
  const most = Math.min(before.childCount, after.childCount)
  let from = 0
  while (from < most && before.child(from) === after.child(from)) from++
  let fromEnd = 0
  while (
    fromEnd < most - from &&
    before.child(before.childCount - 1 - fromEnd) === after.child(after.childCount - 1 - fromEnd)
  )
    fromEnd++
  return { from, to: after.childCount - fromEnd, fromEnd }
}

/** Where a block begins, by its place among its neighbours; the end of the document for one past the last. */
export function startOfBlock(document: Document, index: number): number {
  let position = 0
  for (let at = 0; at < index; at += 1) position += document.child(at).nodeSize
  return position
}
