import type { Node } from '@tiptap/pm/model'
import { textThatStays } from '@/lib/document/count-words'
import { placedText } from '@/lib/document/placed-text'
import type { Span } from '@/lib/house-style/check-text'
import type { BlockToCheck } from './worker-messages'

/** A paragraph or title of the document, and where its words begin. */
export type CheckedBlock = {
  node: Node
  start: number
  /** It holds somebody else's words: house style must not change them. */
  isQuotation: boolean
  isTitle: boolean
}

const QUOTATIONS = new Set(['quotation', 'pullQuote', 'socialPost'])
const TITLES = new Set(['headline', 'standfirst'])

/** Every paragraph and title. It looks at blocks, not at words: some hundred steps for a long article. */
export function checkedBlocks(document: Node): CheckedBlock[] {
  const blocks: CheckedBlock[] = []
  const collect = (node: Node, position: number, isInQuotation: boolean) => {
    const isQuotation = isInQuotation || QUOTATIONS.has(node.type.name)
    if (node.isTextblock) {
      blocks.push({ node, start: position + 1, isQuotation, isTitle: TITLES.has(node.type.name) })
    } else if (node.isBlock) {
      node.forEach((child, offset) => {
        collect(child, position + 1 + offset, isQuotation)
      })
    }
  }
  document.forEach((block, offset) => {
    collect(block, offset, false)
  })
  return blocks
}

/** What the worker needs of a block. */
export function toCheck({ node, isQuotation }: CheckedBlock, id: number): BlockToCheck {
  const text = placedText(node)
  const counted = textThatStays(node)
  return { id, text, quoted: foreignWords(node), isQuotation, ...(counted === text ? {} : { counted }) }
}

function foreignWords(textblock: Node): Span[] {
  const spans: Span[] = []
  textblock.forEach((node, offset) => {
    const isForeign = !node.isLeaf || node.marks.some(({ type }) => type.name === 'quote' || type.name === 'removed')
    if (isForeign) spans.push({ from: offset, to: offset + node.nodeSize })
  })
  return spans
}
