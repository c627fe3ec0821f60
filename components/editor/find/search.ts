/** What somebody looks for, and how. */
export type Query = { text: string; matchCase: boolean; wholeWord: boolean; isPattern: boolean }

/** Where it stands in a line, and what the groups of a pattern caught there. */
export type Found = { from: number; to: number; groups: readonly (string | undefined)[]; names: Record<string, string> }

/** Finds everything in one line, in order, one after the other. What it answers is never empty. */
export type Search = (line: string) => Iterable<Found>

/** A search, or a sentence that says why there is none. Null for an empty query. */
export type Compiled = { search: Search } | { problem: string } | null

export const QUERY_CHARACTERS_MOST = 500

/** The words themselves. Unless the case matters, a straight quotation mark finds every kind, and a space every kind of space. */
export function searchWords({ text, matchCase, wholeWord }: Query): Compiled {
  if (text === '') return null
  const signs = [...text].map((sign) => (matchCase ? null : ALIKE[sign]) ?? escaped(sign)).join('')
  const pattern = new RegExp(signs, matchCase ? 'gu' : 'giu')
  return { search: wholeWord ? wholeWords(foundBy(pattern)) : foundBy(pattern) }
}

const ALIKE: Record<string, string> = {
  "'": "['‘’‚‛]",
  '"': '["“”„«»]',
  ' ': '[ \u00a0\u202f\u2009]',
}

/** Only what has no letter or figure on either side. */
export function wholeWords(search: Search): Search {
  return function* (line) {
    for (const found of search(line)) {
      if (!endsInWord(line.slice(0, found.from)) && !beginsWithWord(line.slice(found.to))) yield found
    }
  }
}

function foundBy(pattern: RegExp): Search {
  return function* (line) {
    for (const { 0: found, index } of line.matchAll(pattern))
      yield { from: index, to: index + found.length, groups: [found], names: {} }
  }
}

function endsInWord(text: string): boolean {
  return /[\p{L}\p{N}\p{M}_]$/u.test(text.slice(-2))
}

function beginsWithWord(text: string): boolean {
  return /^[\p{L}\p{N}\p{M}_]/u.test(text)
}

function escaped(sign: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(sign) ? `\\${sign}` : sign
}
