/** A change to a text: `from` to `to` becomes `words`. */
export type Fix = { from: number; to: number; words: string }

/**
 * How to write what a rule wants. Where words are taken out, one of the spaces around them goes too, and the first word of a
 * sentence that is left keeps its capital.
 */
export function fixOf(text: string, { from, to, replacement }: { from: number; to: number; replacement: string }): Fix {
  if (replacement !== '') return { from, to, words: replacement }
  const hasSpaceAfter = /^\s/u.test(text.slice(to))
  const hasSpaceBefore = /(^|\s)$/u.test(text.slice(0, from))
  if (hasSpaceAfter && hasSpaceBefore) {
    const next = text.slice(to + 1, to + 2)
    const isStart = /(^|[.!?]\s+)$/u.test(text.slice(0, from)) && /^\p{Lu}/u.test(text.slice(from, to))
    return isStart && /\p{Ll}/u.test(next)
      ? { from, to: to + 2, words: next.toLocaleUpperCase('en') }
      : { from, to: to + 1, words: '' }
  }
  if (from > 0 && /\s$/u.test(text.slice(0, from))) return { from: from - 1, to, words: '' }
  return { from, to, words: '' }
}
