import { z } from 'zod'
import type { Issue } from '../errors'
import { LEVELS } from './checks'
import type { ArticleChecklist } from './read-checklist'

/** The checklist as it was answered when an edition went out: `EditionRecord.checklist`. Names and questions as they were then. */
export const EditionChecklist = z.object({
  /** All that was on the list and went out all the same: `override` was passed over with the record's reason, `warning` needed none. */
  issues: z.array(
    z.object({
      field: z.string(),
      code: z.string(),
      message: z.string(),
      severity: z.enum(['override', 'warning']),
    }),
  ),
  /** Every question that was asked, answered or not; `at` as ISO 8601 has it. */
  questions: z.array(
    z.object({
      ruleId: z.string(),
      question: z.string(),
      level: z.enum(['BLOCK', 'WARN']),
      tick: z.object({ personId: z.string(), name: z.string(), at: z.string(), version: z.number() }).nullable(),
    }),
  ),
  /** How each built-in check was weighed, by its name in checks.ts. A name that is not there did not exist then. */
  levels: z.record(z.string(), z.enum(LEVELS)),
})
export type EditionChecklist = z.infer<typeof EditionChecklist>

/** What is kept with an edition. @param issues of which none is blocking: the edition goes out */
export function editionChecklist(issues: readonly Issue[], { questions, levels }: ArticleChecklist): EditionChecklist {
  return EditionChecklist.parse({
    issues,
    questions: questions.map(({ tick, ...question }) => ({
      ...question,
      tick: tick === null ? null : { ...tick, at: tick.at.toISOString() },
    })),
    levels,
  })
}
