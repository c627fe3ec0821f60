import type { Node } from 'prosemirror-model'
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

function inBrackets(leaf: Node): string {
  const values = Object.values(leaf.attrs).filter((value) => typeof value === 'string' && value !== '' && !isId(value))
  return values.length === 0 ? `[${leaf.type.name}]` : `[${leaf.type.name}: ${values.join(', ')}]`
}
