/** A rule of the house style, as it is tried on text. */
export type Rule = {
  id: string
  /** A phrase, or a regular expression as RE2 reads it. */
  find: string
  isPattern: boolean
  /** It stands for whole words: letters and digits of any script may not go on before or after it. */
  isWholeWord: boolean
  isCaseSensitive: boolean
  /** What to write instead: empty takes it out, null only warns. In a pattern `$1` is its first group, `$0` all of it. */
  replacement: string | null
  reason: string
}

/** Where a rule found something in a text. */
export type Finding = {
  ruleId: string
  from: number
  to: number
  found: string
  /** What to write there, capital letters kept; null where the rule only warns. */
  replacement: string | null
}

/** The lengths that a rule may have, in characters. */
export const RULE_LIMITS = { phrase: 200, pattern: 500, replacement: 200, reason: 300 }
