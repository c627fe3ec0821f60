import type { Node } from 'prosemirror-model'
import { QUOTE_MOST } from './limits'

/** A paragraph that a reader can question, and where it begins in its document. */
export type Paragraph = { node: Node; position: number; words: string }

/** Words that are not the paper's own are questioned where they are from. */
const OF_OTHERS = new Set(['socialPost'])

/**
 * The paragraphs of a document that have words, in order, wherever they stand: in the text, in a list, in a quotation or a box. The first
 * of them is paragraph 1.
 */
export function paragraphsOf(document: Node): Paragraph[] {
  const paragraphs: Paragraph[] = []
  document.descendants((node, position) => {
    if (OF_OTHERS.has(node.type.name)) return false
    if (node.type.name !== 'paragraph') return !node.inlineContent
    const words = wordsOf(node)
    if (words !== '') paragraphs.push({ node, position, words })
    return false
  })
  return paragraphs
}

/** In one line, without footnotes: they stand below the text. */
function wordsOf(paragraph: Node): string {
  const words = paragraph.children.map((part) => {
    if (part.isText) return part.text ?? ''
    return part.type.name === 'hardBreak' ? ' ' : ''
  })
  return words.join('').replace(/\s+/gu, ' ').trim()
}

/** The beginning of a paragraph's words, as a report keeps it. No letter is cut in two. */
export function quoteOf(words: string): string {
  if (words.length <= QUOTE_MOST) return words
  const cut = words.slice(0, QUOTE_MOST)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}
