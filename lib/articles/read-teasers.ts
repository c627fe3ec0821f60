import { database } from '@/lib/db/database'
import { sqlOn, sqlText } from '@/lib/db/sql'
import { type Teaser, type TeaserRow, teaserOf } from './public-article'

// Lists of public articles, one statement each. Who reads one tells the reader cache of it.

/** What lists read of a publication `p`, as {@link TeaserRow}s: what follows says of which. */
export const TEASERS = sqlText`
  SELECT p."articleId", p.slug, p."firstPublishedAt", p."updatedAt", p."correctedAs"::text, p."correctedAt",
    jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name) AS section,
    jsonb_build_object('number', e.number, 'metadata', e.metadata) AS edition
  FROM "Publication" p JOIN "Section" s ON s.id = p."sectionId" JOIN "Edition" e ON e.id = p."editionId"`

/** Those of these articles that readers have, in the order of the ids. */
export async function readTeasersOf(articleIds: readonly string[]): Promise<Teaser[]> {
  if (articleIds.length === 0) return []
  const rows = await sqlOn(database())<TeaserRow>`
    ${TEASERS} WHERE p."articleId" = ANY(${[...articleIds]}::uuid[])`
  const teasers = new Map(rows.map((row) => [row.articleId, teaserOf(row)]))
  return articleIds.flatMap((id) => teasers.get(id) ?? [])
}

/** @param since none that is older; however old where it is left out */
export async function readNewest({ take, since }: { take: number; since?: Date | null }): Promise<Teaser[]> {
  const rows = await sqlOn(database())<TeaserRow>`
    ${TEASERS} WHERE p."firstPublishedAt" >= ${since ?? '-infinity'}::timestamptz
    ORDER BY p."firstPublishedAt" DESC, p."articleId" DESC LIMIT ${take}`
  return rows.map(teaserOf)
}

/** As {@link readNewest}, of these sections. */
export async function readNewestOfSections(
  sectionIds: readonly string[],
  { skip = 0, take, since }: { skip?: number; take: number; since?: Date | null },
): Promise<Teaser[]> {
  const sql = sqlOn(database())
  const from = since ?? '-infinity'
  // Of one section the index has them in their order.
  const rows =
    sectionIds.length === 1
      ? await sql<TeaserRow>`
          ${TEASERS} WHERE p."sectionId" = ${sectionIds[0]}::uuid AND p."firstPublishedAt" >= ${from}::timestamptz
          ORDER BY p."firstPublishedAt" DESC, p."articleId" DESC LIMIT ${take} OFFSET ${skip}`
      : await sql<TeaserRow>`
          ${TEASERS} WHERE p."sectionId" = ANY(${[...sectionIds]}::uuid[]) AND p."firstPublishedAt" >= ${from}::timestamptz
          ORDER BY p."firstPublishedAt" DESC, p."articleId" DESC LIMIT ${take} OFFSET ${skip}`
  return rows.map(teaserOf)
}
