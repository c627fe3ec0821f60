import type { Node } from 'prosemirror-model'
import { type Quote, quotesOf } from '../document/quotes'
import { plainWords } from './plain-words'

/** The quotations of a document, without pull quotes that repeat another one of the same person. */
export function quotedOnce(document: Node): Quote[] {
  const quotes = quotesOf(document).filter(({ words }) => plainWords(words) !== '')
  if (!quotes.some(({ place }) => place === 'pullQuote')) return quotes
  const inText = quotes
    .filter(({ place }) => place !== 'pullQuote')
    .map((quote) => [quote.speaker, plainWords(quote.words)])
  return quotes.filter(
    ({ place, speaker, words }) =>
      place !== 'pullQuote' ||
      !inText.some(([who, said]) => who === speaker && ` ${said} `.includes(` ${plainWords(words)} `)),
  )
}
