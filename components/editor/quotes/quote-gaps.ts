import type { Node } from '@tiptap/pm/model'
import { attributionOf, missingOf } from '@/lib/document/attribution'
import { countWords } from '@/lib/document/compare/tokens'

/** Somebody's words in the text of which something is not said: where they stand, or the block that they are. */
export type QuoteGap = {
  from: number
  to: number
  kind: 'words' | 'block'
  words: string
  missing: ('speaker' | 'origin' | 'date')[]
}

/** Fewer words between quotation marks are a name or a title. */
const WORDS_LEAST = 4

/** The words that a quote mark would go on, with the quotation marks: opened and closed in one paragraph. */
const QUOTED = /“[^“”„]*”|„[^“”„]*[“”]|«[^«»]*»|"[^"]*"/gu

/** Where nobody looks for quotations: a post says itself whose it is, and beside a cell is no margin. */
const PASSED_OVER = new Set(['socialPost', 'table'])

/** What is not said of the quotations in a block of the document that begins at `position`, in order. */
export function gapsInBlock(block: Node, position: number): QuoteGap[] {
  const { name } = block.type
  if (PASSED_OVER.has(name)) return []
  if (name === 'quotation' || name === 'pullQuote') return gapOfBlock(block, position)
  if (block.isTextblock) return gapsInText(block, position + 1)
  const gaps: QuoteGap[] = []
  block.forEach((child, offset) => {
    gaps.push(...gapsInBlock(child, position + 1 + offset))
  })
  return gaps
}

function gapOfBlock(block: Node, position: number): QuoteGap[] {
  const words = block.textContent.trim()
  // A pull quote is a line of the story once more: there it is said where it is from.
  const missing = missingOf(attributionOf(block.attrs)).filter(
    (what) => what === 'speaker' || block.type.name === 'quotation',
  )
  if (words === '' || missing.length === 0) return []
  return [{ from: position, to: position + block.nodeSize, kind: 'block', words, missing }]
}

function gapsInText(block: Node, start: number): QuoteGap[] {
  const { quote } = block.type.schema.marks
  if (quote === undefined || !block.type.allowsMarkType(quote)) return []
  const marked: QuoteGap[] = []
  let text = ''
  block.forEach((node, offset) => {
    // Nobody has been quoted with what is only suggested.
    const isHere = node.isText && !node.marks.some(({ type }) => type.name === 'inserted')
    text += isHere ? node.text : '\uFFFC'.repeat(node.nodeSize)
    const mark = isHere ? quote.isInSet(node.marks) : undefined
    if (mark === undefined) return
    const missing = missingOf(attributionOf(mark.attrs))
    const [from, to] = [start + offset, start + offset + node.nodeSize]
    const last = marked.at(-1)
    if (last?.to === from && last.missing.join() === missing.join()) {
      last.to = to
      last.words += node.text
    } else marked.push({ from, to, kind: 'words', words: node.text ?? '', missing })
  })
  const bare: QuoteGap[] = []
  for (const { 0: words, index } of text.matchAll(QUOTED)) {
    const [from, to] = [start + index, start + index + words.length]
    if (countWords(words) < WORDS_LEAST || words.includes('\uFFFC')) continue
    if (marked.some((other) => other.from < to && from < other.to)) continue
    bare.push({ from, to, kind: 'words', words, missing: ['speaker', 'origin', 'date'] })
  }
  return [...marked.filter(({ missing }) => missing.length > 0), ...bare].sort((a, b) => a.from - b.from)
}

/** "No name, origin or date" */
export function gapInWords(missing: QuoteGap['missing']): string {
  const things = missing.map((thing) => (thing === 'speaker' ? 'name' : thing))
  const last = things.at(-1)
  return things.length < 2 ? `No ${last}` : `No ${things.slice(0, -1).join(', ')} or ${last}`
}
