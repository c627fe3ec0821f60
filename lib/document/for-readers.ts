import type { Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Document } from './document'

/** The marks that are the newsroom's alone. */
const NEWSROOM = new Set(['comment', 'inserted', 'removed', 'reformatted', 'toDo'])

/**
 * The document as readers may have it: no comment, no to-do mark, every suggestion rejected. What has none of it is answered
 * as it is. An edition, a feed, a mail, search and the lists of the desk are made from this and from nothing else.
 */
export function forReaders(document: Document): Document {
  return forReadersTransform(document).doc
}

/** As forReaders, with the way back: `mapping.invert().map(position)` is where a position for readers stands in the draft. */
export function forReadersTransform(document: Document): Transform {
  const transform = new Transform(document)
  const cuts: { from: number; to: number }[] = []
  const marks: { from: number; to: number; mark: Mark }[] = []
  document.descendants((node, position) => {
    if (has(node, 'inserted')) {
      cuts.push({ from: position, to: position + node.nodeSize })
      return false
    }
    for (const mark of node.marks)
      if (NEWSROOM.has(mark.type.name)) marks.push({ from: position, to: position + node.nodeSize, mark })
    return true
  })
  for (const { from, to, mark } of marks) {
    if (document.nodeAt(from)?.isInline) transform.removeMark(from, to, mark)
    else transform.removeNodeMark(from, mark)
  }
  for (const { from, to } of cuts.toReversed()) transform.delete(from, to)
  return transform
}

function has(node: Node, name: string): boolean {
  return node.marks.some((mark) => mark.type.name === name)
}
