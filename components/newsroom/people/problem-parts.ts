import type { Problem } from '@/lib/http/answers'

/** Splits what went wrong into the sentences of fields, and one for the form when no field of it is at fault. */
export function problemParts(
  problem: Problem | null,
  fields: readonly string[],
): { sentence: string | null; of: Record<string, string | undefined> } {
  if (problem === null) return { sentence: null, of: {} }
  const of: Record<string, string | undefined> = {}
  for (const issue of problem.issues) {
    if (fields.includes(issue.field)) of[issue.field] ??= issue.message
  }
  return { sentence: Object.keys(of).length > 0 ? null : problem.message, of }
}
