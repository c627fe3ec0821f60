import type { Span } from './check-text'

/** The longest word that the dictionary takes, in characters. */
export const WORD_LONGEST = 60

/** One word: letters, with hyphens, apostrophes, full stops or digits inside. */
export const DICTIONARY_WORD = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’\-‐‑]*$/u

const TOKEN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.'’\-‐‑][\p{L}\p{M}\p{N}]+)*/gu

/**
 * The words of a text that the house dictionary knows, as they are written there, with a capital, or with an apostrophe and
 * an s. A word in small letters stands for all its ways to be written; a name only for itself and for capitals.
 */
export function knownWords(dictionary: ReadonlySet<string>, text: string): Span[] {
  if (dictionary.size === 0) return []
  const spans: Span[] = []
  for (const { index, 0: token } of text.matchAll(TOKEN)) {
    if (isKnown(dictionary, token) || isKnown(dictionary, token.replace(/['’]s$/u, ''))) {
      spans.push({ from: index, to: index + token.length })
    }
  }
  return spans
}

function isKnown(dictionary: ReadonlySet<string>, token: string): boolean {
  const word = straight(token)
  return dictionary.has(word) || dictionary.has(word.toLocaleLowerCase('en')) || dictionary.has(inTitle(word))
}

/** The dictionary as {@link knownWords} wants it. */
export function dictionaryOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(straight))
}

function straight(word: string): string {
  return word.replace(/’/g, "'").replace(/[‐‑]/g, '-')
}

/** A name that is shouted: "TARRICK" is "Tarrick". */
function inTitle(word: string): string {
  const isShouted = word.length > 1 && word === word.toLocaleUpperCase('en')
  return isShouted ? word.slice(0, 1) + word.slice(1).toLocaleLowerCase('en') : word
}
