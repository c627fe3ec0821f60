import { z } from 'zod'
import type { LoadedArticle } from './load-article'
import { IMPORTED_MOST, ORIGINS } from './origins'

/** The fields that say honestly where an article is from, beside the source's name and address. */
export const sourceSchemas = {
  origin: z.enum(ORIGINS),
  licence: z
    .string()
    .max(200, 'At most 200 characters fit here.')
    .regex(/^[^\n\r\u2028\u2029]*$/, 'One line, please.'),
  /** ISO 8601, UTC. */
  firstSeenAt: z.iso.datetime('This is not a time.').nullable(),
  whatWeAdded: z.string().max(1000, 'At most 1,000 characters fit here.'),
  importedText: z.string().max(IMPORTED_MOST, 'At most 100,000 characters fit here.').nullable(),
} as const

/** What stands in these fields now. */
export function sourceFieldsOf(article: LoadedArticle) {
  const { origin, licence, firstSeenAt, whatWeAdded, importedText } = article
  return { origin, licence, firstSeenAt: firstSeenAt?.toISOString() ?? null, whatWeAdded, importedText }
}
