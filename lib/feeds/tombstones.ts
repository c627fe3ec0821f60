import { now } from '@/lib/clock'
import { database, Prisma } from '@/lib/db/database'
import { endsAt } from '@/lib/reader-cache/record'

/** What feeds say of an article that they carried and that readers have not any more: nothing that it said itself. */
export type Tombstone = {
  id: string
  at: Date
  /** The sentence that readers find at the address. */
  notice: string
}

/** The formats of a feed, and which withdrawals each can tell of: docs/decisions/0027. */
export const FEED_FORMATS = { rss: 'killed', atom: 'any', json: 'killed' } as const
export type FeedFormat = keyof typeof FEED_FORMATS

/** Where an edition stood, once its shelves are called what they are called now. */
export type Carried =
  | { kind: 'paper' }
  | { kind: 'section' | 'topic'; shelfIds: string[] }
  | { kind: 'author' | 'series'; id: string }

export const TOMBSTONE_DAYS = 30
const DAY = 86_400_000

/** A newsroom that takes more than this from readers in a month has no use for a feed of it. */
const TOMBSTONES_MOST = 200

/**
 * What was taken from readers within the last thirty days and had an edition that this feed carried, the newest first. The page that is being
 * rendered is right until the oldest of it is too old.
 */
export async function listTombstones(carried: Carried, format: FeedFormat): Promise<Tombstone[]> {
  const since = new Date(now().getTime() - TOMBSTONE_DAYS * DAY)
  const rows = await database().$queryRaw<Tombstone[]>`
    SELECT a.id::text, ${withdrawnAt} AS at, coalesce(a."unpublishReason", '') AS notice
    FROM "Article" a
    WHERE a."unpublishedAt" IS NOT NULL AND ${withdrawnAt} > ${since}
      AND ${FEED_FORMATS[format] === 'any' ? Prisma.sql`true` : Prisma.sql`a.state = 'KILLED'`}
      AND NOT EXISTS (SELECT 1 FROM "Publication" p WHERE p."articleId" = a.id)
      AND EXISTS (SELECT 1 FROM "Edition" e WHERE e."articleId" = a.id AND ${stoodOn(carried)})
    ORDER BY at DESC, a.id DESC LIMIT ${TOMBSTONES_MOST}`
  const oldest = rows.at(-1)
  if (oldest !== undefined) endsAt(new Date(oldest.at.getTime() + TOMBSTONE_DAYS * DAY))
  return rows
}

/** What was unpublished and then killed is killed since then. The index Article_withdrawn is of this expression. */
const withdrawnAt = Prisma.sql`coalesce(a."killedAt", a."unpublishedAt")`

/** By slug where shelves and bylines are merged and renamed: a slug leads to what it is called now. */
function stoodOn(carried: Carried): Prisma.Sql {
  switch (carried.kind) {
    case 'paper':
      return Prisma.sql`true`
    case 'section':
      return Prisma.sql`EXISTS (
        SELECT 1 FROM "SectionSlug" s
        WHERE s.slug = e.metadata->'section'->>'slug' AND s."sectionId" = ANY(${carried.shelfIds}::uuid[]))`
    case 'topic':
      return Prisma.sql`EXISTS (
        SELECT 1 FROM jsonb_array_elements(e.metadata->'topics') topic JOIN "TopicSlug" s ON s.slug = topic->>'slug'
        WHERE s."topicId" = ANY(${carried.shelfIds}::uuid[]))`
    case 'author':
      return Prisma.sql`EXISTS (
        SELECT 1 FROM jsonb_array_elements(e.metadata->'bylines') byline JOIN "BylineSlug" s ON s.slug = byline->>'slug'
        WHERE s."bylineId" = ${carried.id}::uuid)`
    // A withdrawn part keeps its place in the series.
    case 'series':
      return Prisma.sql`EXISTS (
        SELECT 1 FROM "SeriesPart" part WHERE part."articleId" = a.id AND part."seriesId" = ${carried.id}::uuid)`
  }
}
