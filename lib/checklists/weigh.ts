import type { Issue } from '../errors'
import { checkOf, type Level } from './checks'
import type { ArticleChecklist } from './read-checklist'

const SEVERITY = { BLOCK: 'override', WARN: 'warning' } as const satisfies Record<
  Exclude<Level, 'OFF'>,
  Issue['severity']
>

/**
 * Gives each finding the weight that the paper gives it, and asks the paper's own questions. What no check of the table finds stays as
 * it is: no level helps an article out that has no headline.
 */
export function weigh(found: readonly Issue[], { levels, questions }: ArticleChecklist): Issue[] {
  const weighed = found.flatMap((issue) => {
    const check = checkOf(issue.code)
    if (check === undefined) return [issue]
    const level = levels[check]
    return level === 'OFF' ? [] : [{ ...issue, severity: SEVERITY[level] }]
  })
  const unanswered = questions
    .filter(({ tick }) => tick === null)
    .map(({ ruleId, question, level }) => ({
      field: `checklist:${ruleId}`,
      code: `question:${ruleId}`,
      message: question,
      severity: SEVERITY[level],
    }))
  return [...weighed, ...unanswered]
}
