import type { Mark, Node } from 'prosemirror-model'

/** Words under one mark, or a leaf (text, line break) without further marks. */
export type InlinePiece = { kind: 'mark'; mark: Mark; pieces: InlinePiece[] } | { kind: 'leaf'; node: Node }

/**
 * The inline content of a block as a tree. ProseMirror cuts text wherever any mark changes; a reader wants one link around
 * "the *second* ferry", not three. Marks are sorted by the schema, outermost first, so neighbours share their beginnings.
 */
export function inlineTree(block: Node): InlinePiece[] {
  return group([...block.children], 0)
}

function group(nodes: Node[], depth: number): InlinePiece[] {
  const pieces: InlinePiece[] = []
  let start = 0
  while (start < nodes.length) {
    const first = nodes[start] as Node
    const mark = first.marks[depth]
    let end = start + 1
    if (mark === undefined) {
      pieces.push({ kind: 'leaf', node: first })
    } else {
      while (end < nodes.length && nodes[end]?.marks[depth]?.eq(mark)) end += 1
      pieces.push({ kind: 'mark', mark, pieces: group(nodes.slice(start, end), depth + 1) })
    }
    start = end
  }
  return pieces
}
