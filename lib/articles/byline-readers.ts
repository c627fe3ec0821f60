import { database } from '@/lib/db/database'
import { sqlOn, sqlText } from '@/lib/db/sql'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { bylinePath } from './paths'

// What readers may see of bylines beside their articles. Nothing here looks at a draft.

type Signed = { id: string; slug: string; name: string; role: string }

/**
 * Where a byline is now that once had this slug, by a change or a merge: one step, because slugs lead to ids. Null where none had it, or
 * where readers have nothing by it.
 */
export async function findMovedByline(slug: string): Promise<string | null> {
  recordTags(tag.everything)
  const former = await database().bylineSlug.findUnique({
    where: { slug },
    select: {
      byline: { select: { id: true, slug: true, publicationBylines: { take: 1, select: { bylineId: true } } } },
    },
  })
  if (former === null || former.byline.slug === slug) return null
  recordTags(tag.byline(former.byline.id))
  return former.byline.publicationBylines.length === 0 ? null : bylinePath(former.byline.slug)
}

/** The bylines of editions at the addresses that they have now. The names stay: an edition is as readers saw it. */
export async function currentBylinesOfEach(editions: readonly (readonly Signed[])[]): Promise<Signed[][]> {
  const slugs = new Set(editions.flat().map(({ slug }) => slug))
  if (slugs.size === 0) return editions.map(() => [])
  const rows = await sqlOn(database())<BylineNow>`
    SELECT s.slug, b.id, b.slug AS now FROM "BylineSlug" s JOIN "Byline" b ON b.id = s."bylineId"
    WHERE s.slug = ANY(${[...slugs]})`
  return editions.map(bylinesNow(rows))
}

/** The address that a byline of an edition has now, by the slug that it had then. */
export type BylineNow = { slug: string; id: string; now: string }

/** A column `bylines` of {@link BylineNow}s, for a statement that reads an edition `e`. */
export const BYLINES_NOW = sqlText`coalesce((
  SELECT jsonb_agg(jsonb_build_object('slug', was.slug, 'id', b.id, 'now', b.slug))
  FROM jsonb_to_recordset(e.metadata->'bylines') AS signed(slug text)
  JOIN "BylineSlug" was ON was.slug = signed.slug JOIN "Byline" b ON b.id = was."bylineId"), '[]') AS bylines`

/** @returns what gives the bylines of an edition at the addresses that they have now. The reader cache is told of all of them. */
export function bylinesNow(rows: readonly BylineNow[]): (frozen: readonly Signed[]) => Signed[] {
  recordTags(...rows.map(({ id }) => tag.signature(id)))
  const bySlug = new Map(rows.map(({ slug, now }) => [slug, now]))
  return (frozen) => frozen.map((byline) => ({ ...byline, slug: bySlug.get(byline.slug) ?? byline.slug }))
}
