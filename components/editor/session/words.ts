import type { Fragment, Node } from 'prosemirror-model'
import { isId } from '@/lib/document/addresses'

/** Plain words of a whole document, a line for each block; what is not text stands in brackets, with the words that it holds. */
export function plainText(document: Node): string {
  return wordsOf(document, 0, document.content.size)
}

/** The same of a part. */
export function wordsOf(document: Node, from: number, to: number): string {
  return document.textBetween(from, to, '\n', (leaf) => leaf.type.spec.leafText?.(leaf) ?? inBrackets(leaf))
}

/** The blocks of a document that are not in another one: what was worked on, as plain words. */
export function changedText(document: Node, before: Node): string {
  const unchanged = new Set<Node>()
  before.forEach((block) => {
    unchanged.add(block)
  })
  const texts: string[] = []
  document.forEach((block) => {
    if (!unchanged.has(block)) texts.push(block.isLeaf ? inBrackets(block) : plainText(block))
  })
  return texts
    .filter((text) => text !== '')
    .join('\n\n')
    .trim()
}

/** What somebody would miss: every letter, and every node that holds values or is no container. */
export function piecesOf(content: Fragment): readonly string[] {
  const pieces: string[] = []
  content.descendants((node) => {
    if (node.isText) pieces.push(...(node.text ?? ''))
    else if (node.isLeaf || Object.keys(node.attrs).length > 0)
      pieces.push(`${node.type.name} ${JSON.stringify(node.attrs)}`)
  })
  return pieces
}

/** True when all pieces of one stand in the other, in the same order. */
export function isSubsequence(pieces: readonly string[], of: readonly string[]): boolean {
  let at = 0
  for (const piece of of) if (piece === pieces[at]) at++
  return at === pieces.length
}

function inBrackets(leaf: Node): string {
  const values = Object.values(leaf.attrs).filter((value) => typeof value === 'string' && value !== '' && !isId(value))
  return values.length === 0 ? `[${leaf.type.name}]` : `[${leaf.type.name}: ${values.join(', ')}]`
}
