import { z } from 'zod'
import { STANDINGS } from './standing'

/** How long ago the standing of a claim changed. */
export const AGES = ['day', 'week', 'month', 'older'] as const
export type Age = (typeof AGES)[number]

const one = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)
const words = z.string().trim().min(1).max(200)

/** The query of /desk/claims. What makes no sense in it is left out: an old link then shows more, and nothing breaks. */
export const ClaimsQuery = z.object({
  q: one(words),
  who: one(words),
  standing: one(z.enum(STANDINGS)),
  age: one(z.enum(AGES)),
  cursor: one(z.string().min(1).max(200)),
})
export type ClaimsQuery = z.output<typeof ClaimsQuery>

/** The address of the register with this filter, its parameters always in one order. */
export function claimsHref(query: ClaimsQuery): string {
  const parameters = new URLSearchParams()
  for (const name of ['q', 'who', 'standing', 'age', 'cursor'] as const) {
    const value = query[name]
    if (value) parameters.set(name, value)
  }
  return parameters.size === 0 ? '/desk/claims' : `/desk/claims?${parameters}`
}
