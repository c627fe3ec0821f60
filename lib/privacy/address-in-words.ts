/** What stands where an address stood. */
const REMOVED = '[address removed]'

/** Whether words have this address in them, in whatever case, and not only as a part of a longer one. */
export function hasAddress(words: string, address: string): boolean {
  return patternOf(address).test(words)
}

/** The words without this address. */
export function withoutAddress(words: string, address: string): string {
  return words.replace(patternOf(address), REMOVED)
}

/**
 * Before an address no character that people have in theirs, after it none that makes its domain another. "mail=ada@example.org" in the
 * address of a page is taken for hers, though a "=" could stand in somebody else's.
 */
function patternOf(address: string): RegExp {
  const literal = address.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  return new RegExp(`(?<![a-z0-9._%+-])${literal}(?!-*[a-z0-9]|\\.[a-z0-9])`, 'giu')
}
