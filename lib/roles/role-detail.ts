import type { Prisma } from '../db/database'
import type { ChangedRight } from '../policy/compare-rights'

/** Changed rights as the audit log keeps them: each with what was before and what is after. */
export function rightsDetail(changes: readonly ChangedRight[]): Prisma.InputJsonObject {
  if (changes.length === 0) return {}
  return { rights: Object.fromEntries(changes.map(({ action, from, to }) => [action, { from, to }])) }
}
