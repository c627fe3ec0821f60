import { z } from 'zod'
import type { LoadedArticle } from './load-article'
import { isTheirText, ORIGINS } from './origins'

/**
 * Where an edition is from, as its readers are told. Editions from before origins were kept only credit a source, or say that
 * its page is the canonical one: then the text is theirs.
 */
export const EditionSource = z
  .object({
    name: z.string(),
    url: z.string(),
    isCanonical: z.boolean(),
    origin: z.enum(ORIGINS).optional(),
    licence: z.string().default(''),
    /** ISO 8601; null where nobody said. */
    firstSeenAt: z.string().nullable().default(null),
    whatWeAdded: z.string().default(''),
  })
  .transform(({ origin, ...source }) => ({ ...source, origin: origin ?? (source.isCanonical ? 'WIRE' : 'OWN') }))
export type EditionSource = z.infer<typeof EditionSource>

/** What an edition would freeze of the source now; null where nobody is credited. The imported original is never in it. */
export function sourceOf(article: LoadedArticle): EditionSource | null {
  const { sourceName, sourceUrl, isSourceCanonical, origin, licence, firstSeenAt, whatWeAdded } = article
  if (sourceName === '') return null
  return {
    name: sourceName,
    url: sourceUrl,
    isCanonical: isSourceCanonical && isTheirText(origin),
    origin,
    licence,
    firstSeenAt: firstSeenAt?.toISOString() ?? null,
    whatWeAdded,
  }
}
