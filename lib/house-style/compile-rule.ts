import { RE2JS } from 're2js'
import { isShouted, keepCapitals, keepFirstCapital, startsWithCapital } from './keep-capitals'
import type { Finding, Rule } from './rule'

/** Finds in a text what a rule is about. */
export type Matcher = (text: string) => Finding[]

/**
 * What was found more often than this in one paragraph is not listed: somebody wrote a rule that finds every letter.
 */
const MOST = 100

/**
 * Makes a rule ready to be tried on many texts. Both kinds take time in proportion to the text, whatever the rule says.
 * @throws RE2JSSyntaxException when it is a pattern that RE2 cannot read
 */
export function compileRule(rule: Rule): Matcher {
  const matches = rule.isPattern ? patternMatches(rule) : phraseMatches(rule)
  return (text) => {
    const findings: Finding[] = []
    for (const { from, found, replacement } of matches(text)) {
      const to = from + found.length
      // What is right already is no finding, so that a rule may say "(i)nternet" generously.
      if (replacement === found || (rule.isWholeWord && cutsWord(text, from, to))) continue
      findings.push({ ruleId: rule.id, from, to, found, replacement })
      if (findings.length === MOST) break
    }
    return findings
  }
}

type Match = { from: number; found: string; replacement: string | null }

function phraseMatches({ find, isCaseSensitive, replacement }: Rule): (text: string) => Iterable<Match> {
  const expression = new RegExp(loosely(find.trim()), isCaseSensitive ? 'gu' : 'giu')
  const follow = isCaseSensitive
    ? null
    : startsWithCapital(find)
      ? isShouted(find)
        ? null
        : keepShouting
      : keepCapitals
  return function* (text) {
    for (const { index, 0: found } of text.matchAll(expression)) {
      const written = replacement === null || follow === null ? replacement : follow(found, replacement)
      yield { from: index, found, replacement: written }
    }
  }
}

/** The phrase, however its spaces, quotes and hyphens are typed. */
function loosely(phrase: string): string {
  return phrase
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/\s+/gu, '\\s+')
    .replace(/['’]/g, "['’]")
    .replace(/["“”]/g, '["“”]')
    .replace(/[-‐‑]/g, '[-‐‑]')
}

/** The rule says itself where a capital belongs. */
function keepShouting(found: string, replacement: string): string {
  return isShouted(found) ? keepCapitals(found, replacement) : replacement
}

function patternMatches({ find, isWholeWord, isCaseSensitive, replacement }: Rule): (text: string) => Iterable<Match> {
  // Around all of it a group of our own, so that theirs begin at 2. The end of a word is asked for here, where another way
  // through the pattern can still be found: "organiz(e|ed)" would stop at the e.
  const whole = isWholeWord ? `(${find})(?:[^\\p{L}\\p{N}\\p{M}_]|$)` : `(${find})`
  const expression = RE2JS.compile(whole, isCaseSensitive ? 0 : RE2JS.CASE_INSENSITIVE)
  return function* (text) {
    // The quick question first: most rules find nothing in most paragraphs.
    if (!expression.test(text)) return
    const matcher = expression.matcher(text)
    while (matcher.find()) {
      const found = matcher.group(1) ?? ''
      if (found === '') continue
      const written = replacement === null ? null : expand(replacement, (group) => matcher.group(group + 1) ?? '')
      yield {
        from: matcher.start(),
        found,
        replacement: written === null || isCaseSensitive ? written : keepFirstCapital(found, written),
      }
    }
  }
}

/** @param group the words of a group that exists */
function expand(replacement: string, group: (number: number) => string): string {
  return replacement.replace(/\$(\$|\d)/g, (_, what: string) => (what === '$' ? '$' : group(Number(what))))
}

const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}_]$/u
const STARTS_WITH_WORD = /^[\p{L}\p{N}\p{M}_]/u

/** Does a word go on beyond one of the ends? RE2's own \b knows the letters of English alone. */
function cutsWord(text: string, from: number, to: number): boolean {
  const found = text.slice(from, to)
  const before = text.slice(Math.max(0, from - 2), from)
  const after = text.slice(to, to + 2)
  return (
    (ENDS_IN_WORD.test(before) && STARTS_WITH_WORD.test(found)) ||
    (ENDS_IN_WORD.test(found) && STARTS_WITH_WORD.test(after))
  )
}
