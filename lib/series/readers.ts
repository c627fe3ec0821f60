import { pathOf, seriesPath } from '@/lib/articles/paths'
import { type Teaser, teaserColumns, teaserOf } from '@/lib/articles/public-article'
import { database, type Prisma } from '@/lib/db/database'
import { sqlOn } from '@/lib/db/sql'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'

// What readers may know of a series: its public parts alone. How many more are to come is not theirs to see.

type PartLink = { path: string; headline: string }

/** Where an article stands in its series, counted among public parts. */
export type SeriesPlace = {
  name: string
  /** "/series/slug", as it is now. */
  path: string
  /** From 1. */
  number: number
  total: number
  previous: PartLink | null
  next: PartLink | null
}

/** A series as its own page shows it. */
export type PublicSeries = { name: string; path: string; description: string; parts: Teaser[] }

/** Null where the article is not public, in no series, or alone in it as far as readers know. */
export async function findSeriesOf(articleId: string): Promise<SeriesPlace | null> {
  const [series] = await sqlOn(database())<{ id: string; name: string; slug: string }>`
    SELECT s.id, s.name, s.slug FROM "SeriesPart" part JOIN "Series" s ON s.id = part."seriesId"
    WHERE part."articleId" = ${articleId}::uuid`
  if (series === undefined) return null
  const { id, name, slug } = series
  recordTags(tag.series(id))
  const rows = await database().publication.findMany({
    where: partsOf(id),
    orderBy: inOrder(),
    select: { articleId: true, headline: true, slug: true, section: { select: { slug: true } } },
  })
  const at = rows.findIndex((row) => row.articleId === articleId)
  if (at === -1 || rows.length === 1) return null
  const linkAt = (index: number): PartLink | null => {
    const row = rows[index]
    return row === undefined ? null : { path: pathOf(row.section.slug, row.slug), headline: row.headline }
  }
  return {
    name,
    path: seriesPath(slug),
    number: at + 1,
    total: rows.length,
    previous: linkAt(at - 1),
    next: linkAt(at + 1),
  }
}

/** The public parts of a series in its order; null where no series has this slug, or readers have nothing of it. */
export async function listSeries(slug: string): Promise<PublicSeries | null> {
  const series = await database().series.findUnique({ where: { slug } })
  if (series === null) return null
  recordTags(tag.series(series.id))
  const rows = await database().publication.findMany({
    where: partsOf(series.id),
    orderBy: inOrder(),
    select: teaserColumns,
  })
  if (rows.length === 0) return null
  recordTags(...rows.map((row) => tag.article(row.articleId)))
  return { name: series.name, path: seriesPath(slug), description: series.description, parts: rows.map(teaserOf) }
}

/**
 * What became of a series that once had this slug: where it is now (one step, because slugs lead to ids), or that it was deleted. Null where
 * none had it, or where readers have nothing of it.
 */
export async function findFormerSeries(
  slug: string,
): Promise<{ kind: 'moved'; path: string } | { kind: 'gone'; at: Date } | null> {
  recordTags(tag.everything)
  const former = await database().seriesSlug.findUnique({ where: { slug }, select: { series: true, goneAt: true } })
  if (former?.goneAt != null) return { kind: 'gone', at: former.goneAt }
  const series = former?.series ?? null
  if (series === null || series.slug === slug) return null
  recordTags(tag.series(series.id))
  const isPublic = (await database().publication.count({ where: partsOf(series.id) })) > 0
  return isPublic ? { kind: 'moved', path: seriesPath(series.slug) } : null
}

function partsOf(seriesId: string): Prisma.PublicationWhereInput {
  return { article: { seriesPart: { seriesId } } }
}

function inOrder(): Prisma.PublicationOrderByWithRelationInput[] {
  return [{ article: { seriesPart: { position: 'asc' } } }, { articleId: 'asc' }]
}
