import { z } from 'zod'
import { patternProblem } from './pattern-problem'
import { RULE_LIMITS } from './rule'

const { phrase, pattern, replacement, reason } = RULE_LIMITS

/** A rule as somebody writes it. The form and the server ask the same of it. */
export const StyleRuleInput = z
  .strictObject({
    find: z
      .string()
      .max(pattern, `A pattern has at most ${pattern} characters.`)
      .refine(isOneLine, 'One line, please.')
      .transform((find) => find.normalize('NFC')),
    isPattern: z.boolean(),
    isWholeWord: z.boolean(),
    isCaseSensitive: z.boolean(),
    replacement: z
      .string()
      .max(replacement, `A replacement has at most ${replacement} characters.`)
      .refine(isOneLine, 'One line, please.')
      .transform((words) => words.normalize('NFC'))
      .nullable(),
    reason: z
      .string()
      .trim()
      .min(1, 'Say why: writers read it beside their words.')
      .max(reason, `A reason has at most ${reason} characters.`)
      .refine(isOneLine, 'One line, please.'),
  })
  .transform((rule) => (rule.isPattern ? rule : { ...rule, find: rule.find.trim().replace(/\s+/gu, ' ') }))
  .superRefine((rule, context) => {
    const message = problemOfFind(rule)
    if (message !== null) context.addIssue({ code: 'custom', path: ['find'], message })
  })
export type StyleRuleInput = z.output<typeof StyleRuleInput>

function problemOfFind({
  find,
  isPattern,
  replacement,
}: {
  find: string
  isPattern: boolean
  replacement: string | null
}) {
  if (isPattern) return find === '' ? 'Write a pattern.' : (patternProblem(find, replacement)?.message ?? null)
  if (find === '') return 'Write the phrase that should not stand in the paper.'
  if (find.length > phrase) return `A phrase has at most ${phrase} characters.`
  return find === replacement ? 'The replacement is the phrase itself.' : null
}

function isOneLine(text: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)
}
