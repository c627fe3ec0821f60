/** The most characters of a sentence that are kept. */
const SENTENCE_MOST = 360

// Sentence boundaries of Unicode (UAX 29); for the languages that papers are written in they do not depend on the language.
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * The sentence of a paragraph that holds the words from `from` to `to` (offsets in UTF-16 units), or several where they cross
 * its end. What is longer than 360 characters is cut around the words, at spaces, with "…" where something is left out.
 */
export function sentenceAround(text: string, from: number, to: number): string {
  let start = 0
  let end = text.length
  for (const { index, segment } of sentences.segment(text)) {
    if (index <= from) start = index
    if (index + segment.length >= to) {
      end = index + segment.length
      break
    }
  }
  return cut(text, start, end, from, to)
}

function cut(text: string, start: number, end: number, from: number, to: number): string {
  if (end - start <= SENTENCE_MOST) return text.slice(start, end).trim()
  const spare = Math.max(0, SENTENCE_MOST - (to - from))
  const first = Math.max(start, from - Math.floor(spare / 2))
  const last = Math.min(end, first + SENTENCE_MOST)
  const head = first === start ? first : afterSpace(text, first, from)
  const tail = last === end ? last : beforeSpace(text, last, Math.min(to, last))
  return `${head === start ? '' : '…'}${text.slice(head, tail).trim()}${tail === end ? '' : '…'}`
}

function afterSpace(text: string, at: number, most: number): number {
  const space = text.indexOf(' ', at)
  return space === -1 || space > most ? at : space + 1
}

function beforeSpace(text: string, at: number, least: number): number {
  const space = text.lastIndexOf(' ', at)
  return space < least ? at : space
}
