import { z } from 'zod'
import { LOOKS } from '@/lib/outside-links/look'

const one = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** The query of /desk/reports/links. What makes no sense in it is left out: an old link then shows more, and nothing breaks. */
export const LinksQuery = z.object({
  look: one(z.enum(LOOKS)),
  section: one(z.uuid()),
  cursor: one(z.string().min(1).max(200)),
})
export type LinksQuery = z.output<typeof LinksQuery>

/** The address of the report with this filter, its parameters always in one order. */
export function linksHref(query: LinksQuery): string {
  const parameters = new URLSearchParams()
  for (const name of ['look', 'section', 'cursor'] as const) {
    const value = query[name]
    if (value) parameters.set(name, value)
  }
  return parameters.size === 0 ? '/desk/reports/links' : `/desk/reports/links?${parameters}`
}
