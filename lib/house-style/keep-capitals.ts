/**
 * Writes a replacement the way the words were written that it replaces: "Prior to" becomes "Before", "PRIOR TO" becomes
 * "BEFORE".
 */
export function keepCapitals(found: string, replacement: string): string {
  if (isShouted(found)) return replacement.toLocaleUpperCase('en')
  return startsWithCapital(found) ? withCapital(replacement) : replacement
}

/** As {@link keepCapitals}, but for the first letter alone: in a pattern, a word in capitals is often what it is about. */
export function keepFirstCapital(found: string, replacement: string): string {
  return startsWithCapital(found) ? withCapital(replacement) : replacement
}

export function startsWithCapital(words: string): boolean {
  return /^\p{Lu}/u.test(words)
}

/** Two letters or more, and none of them small. */
export function isShouted(words: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words)
}

function withCapital(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('en'))
}
