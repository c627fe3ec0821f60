import { checkText, compileRules } from './check-text'
import { fixOf } from './fix'
import { patternProblem } from './pattern-problem'
import type { Rule } from './rule'

export type TriedRule = {
  /** Why the pattern cannot be a rule. */
  problem: string | null
  count: number
  /** The sentence in pieces, those that were found marked. */
  pieces: { text: string; isFound: boolean; at: number }[]
  /** The sentence put right; null where the rule only warns. */
  result: string | null
}

/** What a rule that is being written would do to a sentence. */
export function tryRule(draft: Omit<Rule, 'id'>, sentence: string): TriedRule {
  const problem = draft.isPattern ? patternProblem(draft.find, draft.replacement) : null
  if (problem !== null) return { problem: problem.message, count: 0, pieces: [], result: null }
  const findings = checkText(compileRules([{ ...draft, id: '' }]), sentence)
  const pieces: TriedRule['pieces'] = []
  let at = 0
  for (const { from, to, found } of findings) {
    if (from > at) pieces.push({ text: sentence.slice(at, from), isFound: false, at })
    pieces.push({ text: found, isFound: true, at: from })
    at = to
  }
  if (at < sentence.length) pieces.push({ text: sentence.slice(at), isFound: false, at })
  let result = sentence
  for (const { from, to, replacement } of findings.toReversed()) {
    if (replacement === null) return { problem: null, count: findings.length, pieces, result: null }
    const fix = fixOf(result, { from, to, replacement })
    result = result.slice(0, fix.from) + fix.words + result.slice(fix.to)
  }
  return { problem: null, count: findings.length, pieces, result }
}
