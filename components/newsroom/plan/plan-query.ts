import { z } from 'zod'
import { PLAN_VIEWS, type PlanView } from '@/lib/planning/plan-days'

const one = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** The query of /desk/plan. What makes no sense in it is left out: an old link then shows something else, and nothing breaks. */
export const PlanQuery = z.object({
  view: one(z.enum(PLAN_VIEWS)),
  date: one(z.iso.date().refine((day) => day > '1990-01-01' && day < '2200-01-01')),
  /** A desk's slug. */
  desk: one(z.string().min(1).max(80)),
})
export type PlanQuery = z.output<typeof PlanQuery>

/** What a page shows: what its address leaves out has a value, too. */
export type ShownQuery = { view: PlanView; date: string; desk: string | undefined }

/** The address of the plan with this query, its parameters always in one order. */
export function planHref(query: PlanQuery): string {
  const parameters = new URLSearchParams()
  for (const name of ['view', 'date', 'desk'] as const) {
    const value = query[name]
    if (value) parameters.set(name, value)
  }
  return parameters.size === 0 ? '/desk/plan' : `/desk/plan?${parameters}`
}
