import { z } from 'zod'
import { ARTICLE_STATES } from '@/lib/articles/state'

const one = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** The query of /desk/articles. What makes no sense in it is left out: an old link then shows more, and nothing breaks. */
export const ArticlesQuery = z.object({
  words: one(z.string().trim().min(1).max(200)),
  state: one(z.enum(ARTICLE_STATES)),
  section: one(z.uuid()),
  topic: one(z.uuid()),
  author: one(z.uuid()),
  desk: one(z.uuid()),
  look: one(z.literal('links')),
  cursor: one(z.string().min(1).max(200)),
})
export type ArticlesQuery = z.output<typeof ArticlesQuery>
