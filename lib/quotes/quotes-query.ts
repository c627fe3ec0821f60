import { z } from 'zod'
import { ORIGINS } from '../document/attribution'

/** What may be missing of a quotation. */
export const GAPS = ['anything', 'speaker', 'origin', 'date'] as const
export type Gap = (typeof GAPS)[number]

const one = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)
const words = z.string().trim().min(1).max(200)

/** The query of /desk/claims/quotes. What makes no sense in it is left out: an old link then shows more, and nothing breaks. */
export const QuotesQuery = z.object({
  q: one(words),
  who: one(words),
  origin: one(z.enum(ORIGINS)),
  missing: one(z.enum(GAPS)),
  show: one(z.enum(['differing'])),
  cursor: one(z.string().min(1).max(2_000)),
})
export type QuotesQuery = z.output<typeof QuotesQuery>

/** The address of the ledger with this filter, its parameters always in one order. */
export function quotesHref(query: QuotesQuery): string {
  return `/desk/claims/quotes${parametersOf(query)}`
}

/** The address of what the filter finds, as a file. */
export function exportHref({ cursor: _, ...query }: QuotesQuery): string {
  return `/api/claims/quotes/export${parametersOf(query)}`
}

function parametersOf(query: Partial<QuotesQuery>): string {
  const parameters = new URLSearchParams()
  for (const name of ['q', 'who', 'origin', 'missing', 'show', 'cursor'] as const) {
    const value = query[name]
    if (value) parameters.set(name, value)
  }
  return parameters.size === 0 ? '' : `?${parameters}`
}
