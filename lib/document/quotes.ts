import type { Node } from 'prosemirror-model'
import { type Attribution, attributionOf } from './attribution'

/** Words of somebody in a document: quoted inside prose, set apart, or pulled out. */
export type Quote = Attribution & {
  words: string
  /** Inside prose, set apart, or a line of the story once more. */
  place: 'prose' | 'quotation' | 'pullQuote'
  /** Where the words begin and end, as positions in the document. */
  from: number
  to: number
}

type QuotesOfSpeaker = { speaker: string; quotes: Quote[] }

/** The quotations of a document by who speaks, in order of first appearance; those that nobody is named for come first. */
export function quotesBySpeaker(document: Node): QuotesOfSpeaker[] {
  const bySpeaker = new Map<string, Quote[]>()
  for (const quote of quotesOf(document)) {
    const known = bySpeaker.get(quote.speaker)
    if (known === undefined) bySpeaker.set(quote.speaker, [quote])
    else known.push(quote)
  }
  const groups = [...bySpeaker].map(([speaker, quotes]) => ({ speaker, quotes }))
  return groups.sort((a, b) => Number(a.speaker !== '') - Number(b.speaker !== ''))
}

/** Every quotation of a document, in order. Neighbouring pieces under one quote mark (a word in bold, a link) are one quote. */
export function quotesOf(document: Node): Quote[] {
  const quotes: Quote[] = []
  document.descendants((node, position) => {
    // Nobody has been quoted with what is only suggested.
    if (node.marks.some(({ type }) => type.name === 'inserted')) return false
    const { name } = node.type
    if (name === 'quotation' || name === 'pullQuote') {
      const words = node.textBetween(0, node.content.size, ' ').trim()
      const place = { from: position, to: position + node.nodeSize, place: name } as const
      if (words !== '') quotes.push({ ...attributionOf(node.attrs), ...place, words })
      return false
    }
    if (!node.isInline) return true
    const mark = node.marks.find(({ type }) => type.name === 'quote')
    if (mark === undefined) return true
    const last = quotes.at(-1)
    const words = node.text ?? ' '
    const noted = attributionOf(mark.attrs)
    if (last !== undefined && last.place === 'prose' && last.to === position && isSame(last, noted)) {
      last.words += words
      last.to += node.nodeSize
    } else quotes.push({ ...noted, words, place: 'prose', from: position, to: position + node.nodeSize })
    return true
  })
  return quotes
}

function isSame(one: Attribution, other: Attribution): boolean {
  return (
    one.speaker === other.speaker &&
    one.origin === other.origin &&
    one.saidOn === other.saidOn &&
    one.form === other.form
  )
}
