import type { Node } from 'prosemirror-model'
import { plainWords } from '../quotes/plain-words'
import { type Paragraph, paragraphsOf, quoteOf } from './paragraphs'

/**
 * Where the words of a report stand now.
 * - `same`: word for word
 * - `changed`: most of them do
 * - `nearest`: they are gone; this is what stands where they stood
 */
export type FoundParagraph = Paragraph & { kind: 'same' | 'changed' | 'nearest' }

/** What was reported: the beginning of a paragraph, and which one it was in the edition, counted from 1. */
export type Reported = { quote: string; paragraph: number }

/** Two paragraphs of one story share a quarter of their words without being one; what was split or joined keeps more than half. */
const ALIKE_LEAST = 0.5

/** The paragraph of a document that a report is about. Null where the document has no paragraph with words. */
export function findParagraph(document: Node, reported: Reported): FoundParagraph | null {
  return findParagraphs(document, [reported])[0] ?? null
}

/** As findParagraph, for several reports about one document. */
export function findParagraphs(document: Node, all: readonly Reported[]): (FoundParagraph | null)[] {
  const candidates = paragraphsOf(document).map((each) => ({ ...each, plain: plainWords(quoteOf(each.words)) }))
  return all.map((reported) => findAmong(candidates, reported))
}

function findAmong(
  candidates: readonly (Paragraph & { plain: string })[],
  { quote, paragraph }: Reported,
): FoundParagraph | null {
  const distance = (index: number) => Math.abs(index - (paragraph - 1))
  const wanted = plainWords(quote)
  const [best] = candidates
    .map(({ plain }, index) => ({ index, score: alike(wanted, plain) }))
    .sort((one, other) => other.score - one.score || distance(one.index) - distance(other.index))
  if (best === undefined) return null
  const isFound = best.score >= ALIKE_LEAST
  const found = candidates[isFound ? best.index : Math.min(paragraph, candidates.length) - 1]
  if (found === undefined) return null
  const { node, position, words } = found
  return { node, position, words, kind: isFound ? (best.score === 1 ? 'same' : 'changed') : 'nearest' }
}

/** How many of their words two texts share, in whatever order: 1 for the same words (Dice's coefficient). */
function alike(one: string, other: string): number {
  if (one === other) return 1
  const [ours, theirs] = [countsOf(one), countsOf(other)]
  let shared = 0
  for (const [word, count] of ours) shared += Math.min(count, theirs.get(word) ?? 0)
  const score = (2 * shared) / (sizeOf(ours) + sizeOf(theirs))
  // The same words in another order are not the same.
  return Math.min(score, 0.99)
}

function countsOf(plain: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of plain.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function sizeOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
