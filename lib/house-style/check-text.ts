import { GAP } from '../document/placed-text'
import { compileRule, type Matcher } from './compile-rule'
import type { Finding, Rule } from './rule'

/** A part of a text that rules leave alone: somebody else's words. */
export type Span = { from: number; to: number }

/** Rules, ready to be tried. A pattern that cannot be read is left out: it was refused where it was written. */
export function compileRules(rules: readonly Rule[]): Matcher[] {
  return rules.flatMap((rule) => {
    try {
      return [compileRule(rule)]
    } catch {
      return []
    }
  })
}

/** What the rules find in a text, in its order; of two that begin together the longer first. */
export function checkText(matchers: readonly Matcher[], text: string, quoted: readonly Span[] = []): Finding[] {
  const readable = withoutQuoted(text, quoted)
  if (readable.trim() === '') return []
  return matchers
    .flatMap((matcher) => matcher(readable))
    .filter(({ found }) => !found.includes(GAP))
    .sort((a, b) => a.from - b.from || b.to - a.to)
}

/** A gap for each hidden character, so that places stay as they are and no phrase reaches across. */
function withoutQuoted(text: string, quoted: readonly Span[]): string {
  return quoted.reduce((words, { from, to }) => words.slice(0, from) + GAP.repeat(to - from) + words.slice(to), text)
}
