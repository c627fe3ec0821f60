/** How many words in a row have to be the same before they count as taken over. */
const SHINGLE = 5

/**
 * How much of a text is its own words: the share that lies in no run of five words that the original has too. Case and
 * punctuation do not make words one's own. Shorter texts are compared by as many words as the shorter of the two has.
 *
 * @returns whole per cent, 0 to 100: 100 only where nothing and 0 only where everything was taken over; null where either has no
 *   words, so there is nothing to compare
 */
export function shareOfOwnWords(text: string, original: string): number | null {
  const words = wordsOf(text)
  const theirs = wordsOf(original)
  const length = Math.min(SHINGLE, words.length, theirs.length)
  if (length === 0) return null
  const taken = new Set(shinglesOf(theirs, length))
  const isTaken = new Array<boolean>(words.length).fill(false)
  for (const [at, shingle] of shinglesOf(words, length).entries()) {
    if (taken.has(shingle)) isTaken.fill(true, at, at + length)
  }
  const own = isTaken.filter((each) => !each).length
  if (own === 0 || own === words.length) return own === 0 ? 0 : 100
  return Math.min(99, Math.max(1, Math.round((100 * own) / words.length)))
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replaceAll('’', "'")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu) ?? []
  )
}

/** Every run of so many words, in order: one begins at each word that has enough after it. */
function shinglesOf(words: readonly string[], length: number): string[] {
  return words.slice(0, words.length - length + 1).map((_, at) => words.slice(at, at + length).join(' '))
}
