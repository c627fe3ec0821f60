import type { Node } from 'prosemirror-model'

/** Words of somebody in a document: quoted inside prose, set apart, or pulled out. */
export type Quote = {
  words: string
  /** Who says so; the empty text when nobody is named yet. */
  speaker: string
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
function quotesOf(document: Node): Quote[] {
  const quotes: Quote[] = []
  document.descendants((node, position) => {
    // Nobody has been quoted with what is only suggested.
    if (node.marks.some(({ type }) => type.name === 'inserted')) return false
    if (node.type.name === 'quotation' || node.type.name === 'pullQuote') {
      const words = node.textBetween(0, node.content.size, ' ').trim()
      if (words !== '')
        quotes.push({ words, speaker: node.attrs.speaker.trim(), from: position, to: position + node.nodeSize })
      return false
    }
    if (!node.isInline) return true
    const mark = node.marks.find(({ type }) => type.name === 'quote')
    if (mark === undefined) return true
    const last = quotes.at(-1)
    const words = node.text ?? ' '
    const speaker = mark.attrs.speaker.trim()
    if (last !== undefined && last.to === position && last.speaker === speaker) {
      last.words += words
      last.to += node.nodeSize
    } else quotes.push({ words, speaker, from: position, to: position + node.nodeSize })
    return true
  })
  return quotes
}
