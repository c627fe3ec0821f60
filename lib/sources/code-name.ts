import { Invalid } from '../errors'

/** Shorter words are in many names: "de", "al". */
const TELLING_LETTERS = 3

/**
 * A code name tells nothing: no word of it is a word of the name, or the beginning of one.
 * @throws Invalid
 */
export function refuseTelling(codeName: string, name: string): void {
  const named = wordsOf(name)
  if (!wordsOf(codeName).some((word) => named.some((other) => word.startsWith(other) || other.startsWith(word)))) return
  const message = 'The code name holds a part of the name. Choose one that tells nothing.'
  throw new Invalid(message, [{ field: 'codeName', code: 'telling', message, severity: 'blocking' }])
}

/** As names are compared: accents and capitals aside. */
export function plain(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= TELLING_LETTERS)
}
