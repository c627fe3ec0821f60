import type { RE2JS as Engine } from 're2js'
import { type Compiled, type Query, type Search, wholeWords } from './search'

/**
 * A regular expression, found in time that grows with the text alone, whatever the pattern: browsers' own can be made to
 * freeze a page with a few characters.
 */
export function searchPattern({ text, matchCase, wholeWord }: Query, engine: typeof Engine): Compiled {
  if (text === '') return null
  try {
    const pattern = engine.compile(text, engine.MULTILINE | (matchCase ? 0 : engine.CASE_INSENSITIVE))
    const search: Search = function* (line) {
      for (const match of pattern.matchAll(line)) {
        if (match[0] === '') continue
        const from = match.index ?? 0
        yield { from, to: from + match[0].length, groups: [...match], names: { ...match.groups } }
      }
    }
    return { search: wholeWord ? wholeWords(search) : search }
  } catch (error) {
    return { problem: sentenceFor(error instanceof Error ? error.message : '') }
  }
}

const SENTENCES: readonly [told: RegExp, sentence: string][] = [
  [/missing closing \)/, 'A round bracket is opened and never closed.'],
  [/unexpected \)/, 'A round bracket is closed that was never opened.'],
  [/missing closing \]/, 'A square bracket is opened and never closed.'],
  [/invalid character class range/, 'A range in square brackets runs backwards or is not known.'],
  [
    /missing argument to repetition|invalid nested repetition/,
    'Something is repeated that is not there: look at *, + and ?.',
  ],
  [/invalid repeat (count|op)/, 'A number in curly brackets is wrong or over 1,000.'],
  [/trailing backslash/, 'A backslash at the end has nothing to stand for.'],
  [/unsupported Perl syntax/, 'Looking ahead and behind is not possible here.'],
  [
    /invalid escape/,
    'A backslash stands before a character that means nothing with it. To what a group caught there is no going back in a pattern.',
  ],
  [/too large|size/, 'This pattern is too large.'],
]

function sentenceFor(message: string): string {
  return SENTENCES.find(([told]) => told.test(message))?.[1] ?? 'This is not a regular expression.'
}
