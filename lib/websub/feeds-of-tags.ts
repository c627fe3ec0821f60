import { bylinePath, sectionPath, seriesPath, topicPath } from '../articles/paths'
import { Prisma, type Transaction } from '../db/database'
import { FEED_FILES } from '../feeds/feed-files'
import { tag } from '../reader-cache/tags'

/** The paths of the feeds that carry any of these, as they are called now, each once and in order. */
export async function feedsOfTags(tx: Transaction, tags: readonly string[]): Promise<string[]> {
  const pages = await Promise.all([
    tags.includes(tag.everything) ? [''] : [],
    tags.includes(tag.corrections) ? ['/corrections'] : [],
    shelvesUpwards(tx, '"Section"', idsOf(tags, tag.section)).then((slugs) => slugs.map(sectionPath)),
    shelvesUpwards(tx, '"Topic"', idsOf(tags, tag.topic)).then((slugs) => slugs.map(topicPath)),
    tx.byline
      .findMany({ where: { id: { in: idsOf(tags, tag.byline) } }, select: { slug: true } })
      .then((rows) => rows.map(({ slug }) => bylinePath(slug))),
    tx.series
      .findMany({ where: { id: { in: idsOf(tags, tag.series) } }, select: { slug: true } })
      .then((rows) => rows.map(({ slug }) => seriesPath(slug))),
  ])
  return pages
    .flat()
    .flatMap((page) => FEED_FILES.map((file) => `${page}/${file}`))
    .sort()
}

function idsOf(tags: readonly string[], tagOf: (id: string) => string): string[] {
  const prefix = tagOf('')
  return tags.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length))
}

/** What stands on a shelf stands on those above it, too. */
async function shelvesUpwards(tx: Transaction, table: '"Section"' | '"Topic"', ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    WITH RECURSIVE shelf AS (
      SELECT id, slug, "parentId" FROM ${Prisma.raw(table)} WHERE id = ANY(${ids}::uuid[])
      UNION SELECT s.id, s.slug, s."parentId" FROM ${Prisma.raw(table)} s JOIN shelf ON s.id = shelf."parentId"
    )
    SELECT slug FROM shelf`
  return rows.map(({ slug }) => slug)
}
