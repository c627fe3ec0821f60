import { createHash } from 'node:crypto'
import type { Document } from '../document/document'
import type { Quote } from '../document/quotes'
import { plainWords } from './plain-words'
import { quotedOnce } from './quoted-once'

/** The most characters of a quotation that are kept. */
const WORDS_MOST = 2_000
/** And of what is compared: the likeness of longer ones says no more. */
const PLAIN_MOST = 600

/** A quotation of a document as the ledger keeps it. */
export type LedgerQuote = Pick<Quote, 'words' | 'speaker' | 'form' | 'origin' | 'saidOn'> & {
  key: string
  plainWords: string
  plainSpeaker: string
  position: number
  paragraph: number
}

/**
 * Everybody's words in a document, in order. A pull quote that repeats words of the story is the same quotation once more, and is left out;
 * so is what is only suggested.
 */
export function quotesIn(document: Document): LedgerQuote[] {
  const times = new Map<string, number>()
  return quotedOnce(document).map((quote, position) => {
    const { speaker, form, origin, saidOn } = quote
    const plain = { plainWords: plainWords(quote.words).slice(0, PLAIN_MOST), plainSpeaker: plainWords(speaker) }
    const said = JSON.stringify([plain.plainSpeaker, form, plain.plainWords])
    const time = times.get(said) ?? 0
    times.set(said, time + 1)
    return {
      ...{ speaker, form, origin, saidOn, position, ...plain },
      words: quote.words.slice(0, WORDS_MOST),
      key: createHash('sha256').update(`${time} ${said}`).digest('hex').slice(0, 32),
      // Headline and standfirst stand before the text.
      paragraph: document.resolve(quote.from).index(0) - 1,
    }
  })
}
