import type { Mark, Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

/** Where the words of a block of the old text are now, and what was suggested about that block. */
type Place = { from: number; to: number; mark: Mark | null }

/**
 * Keeps apart what is suggested and what is not when somebody who edits joins a suggested block and another one. The suggestion was the
 * block's; in a block of another kind its words would be as real as the words around them, and readers would get them. So the words
 * carry it from then on. The other way round, real words in a suggested block would be gone for readers.
 */
export function keepSuggested(transaction: Transaction): Transaction {
  const { before, doc, mapping } = transaction
  // Only blocks that became one, or went, can have mixed.
  if (doc.childCount >= before.childCount) return transaction
  const places: Place[] = []
  before.forEach((block, offset) => {
    const from = mapping.map(offset + 1, 1)
    const to = mapping.map(offset + block.nodeSize - 1, -1)
    if (from < to) places.push({ from, to, mark: suggestedBlock(block) })
  })
  if (!places.some(({ mark }) => mark !== null)) return transaction
  for (const block of blocksOf(doc)) join(transaction, block, places)
  return transaction
}

/** Writes the suggestion on the words of one block of the new text, where it holds both. */
function join(transaction: Transaction, { node, from, to }: { node: Node; from: number; to: number }, places: Place[]) {
  const inside = places.filter((place) => place.from >= from && place.to <= to)
  const own = suggestedBlock(node)
  const isMixed = inside.some(({ mark }) => mark === null)
  if (own !== null && !isMixed) return
  if (own !== null) transaction.removeNodeMark(from, own)
  for (const { from, to, mark } of inside) if (mark !== null) suggestWords(transaction, from, to, mark)
}

function suggestWords(transaction: Transaction, from: number, to: number, mark: Mark): void {
  const words = mark.type.create({ ...mark.attrs, what: 'words' })
  transaction.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isInline || mark.type.isInSet(node.marks)) return
    transaction.addMark(Math.max(from, position), Math.min(to, position + node.nodeSize), words)
  })
}

function suggestedBlock(block: Node): Mark | null {
  return block.marks.find(({ type, attrs }) => type.name === 'inserted' && attrs.what === 'block') ?? null
}

function blocksOf(doc: Node): { node: Node; from: number; to: number }[] {
  const blocks: { node: Node; from: number; to: number }[] = []
  doc.forEach((node, from) => {
    blocks.push({ node, from, to: from + node.nodeSize })
  })
  return blocks
}
