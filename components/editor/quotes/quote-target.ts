import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { type Attribution, attributionOf, UNSAID } from '@/lib/document/attribution'
import { quotesOf } from '@/lib/document/quotes'
import { markAt } from '../extensions/links'
import { quotedRange } from '../extensions/quotes'

export type Range = { from: number; to: number }

/** What the form about a speaker is about: words in prose, or a block that is set apart. */
export type QuoteTarget = Range & {
  kind: 'words' | 'block'
  words: string
  /** Null for words that are not marked yet. */
  noted: Attribution | null
}

/** The words or block at a place, or at the cursor; null where there is nothing that somebody could have said. */
export function quoteTarget(state: EditorState, place?: Range): QuoteTarget | null {
  if (place !== undefined) return targetAt(state, place)
  const marked = markAt(state, 'quote')
  if (marked !== null) return ofWords(state, marked, attributionOf(marked.mark.attrs))
  const block = state.selection.empty ? blockAround(state) : null
  if (block !== null) return block
  const range = quotedRange(state)
  return range === null ? null : ofWords(state, range, null)
}

function targetAt(state: EditorState, { from, to }: Range): QuoteTarget | null {
  const node = state.doc.nodeAt(from)
  if (node === null || to > state.doc.content.size) return null
  if (isSetApart(node)) return ofBlock(node, from)
  const mark = node.marks.find(({ type }) => type.name === 'quote')
  return ofWords(state, { from, to }, mark === undefined ? null : attributionOf(mark.attrs))
}

function blockAround({ selection: { $from } }: EditorState): QuoteTarget | null {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    if (isSetApart(node)) return ofBlock(node, $from.before(depth))
  }
  return null
}

function isSetApart({ type }: Node): boolean {
  return type.name === 'quotation' || type.name === 'pullQuote'
}

function ofBlock(node: Node, from: number): QuoteTarget {
  const words = node.textBetween(0, node.content.size, ' ', ' ')
  return { kind: 'block', from, to: from + node.nodeSize, words, noted: attributionOf(node.attrs) }
}

function ofWords({ doc }: EditorState, { from, to }: Range, noted: Attribution | null): QuoteTarget {
  return { kind: 'words', from, to, words: doc.textBetween(from, Math.min(to, doc.content.size), ' ', ' '), noted }
}

/** Notes of the words or the block what the form says. Null where they are gone, or nothing changes. */
export function withAttribution(
  state: EditorState,
  { kind, from, to }: Pick<QuoteTarget, 'kind' | 'from' | 'to'>,
  noted: Attribution,
): Transaction | null {
  if (from >= to || to > state.doc.content.size) return null
  const { tr } = state
  if (kind === 'words') {
    const mark = state.schema.mark('quote', noted)
    tr.addMark(from, to, mark).removeStoredMark(mark.type)
  } else {
    const node = state.doc.nodeAt(from)
    if (node === null || !isSetApart(node)) return null
    const { speaker, origin, saidOn } = noted
    for (const [name, value] of Object.entries({ speaker, origin, saidOn }))
      if (node.attrs[name] !== value) tr.setNodeAttribute(from, name, value)
  }
  return tr.docChanged ? tr : null
}

/** Where this story last had words of somebody from: what the form proposes for the next ones. */
export function lastOriginOf(doc: Node, speaker: string): Attribution['origin'] {
  const name = speaker.trim().toLowerCase()
  if (name === '') return UNSAID.origin
  const earlier = quotesOf(doc).filter((quote) => quote.speaker.toLowerCase() === name && quote.origin !== '')
  return earlier.at(-1)?.origin ?? UNSAID.origin
}
