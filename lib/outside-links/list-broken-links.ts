import { database, Prisma } from '../db/database'
import { isId } from '../document/addresses'
import { Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { archiveAddress } from './archive-address'
import { sayWhy } from './link-words'
import type { Look } from './look'

export type BrokenLink = {
  id: string
  url: string
  words: string
  status: 'FAILING' | 'DEAD' | 'UNCHECKABLE'
  since: Date
  why: string
  archiveUrl: string
  /** Where the draft links there. From its words the link can be taken; nowhere means that only readers still have it. */
  isInWords: boolean
  isSource: boolean
  isInPost: boolean
}

export type ArticleWithBrokenLinks = {
  articleId: string
  headline: string
  isPublic: boolean
  mayEdit: boolean
  links: BrokenLink[]
}

type Place = { articleId: string; isPublic: boolean; count: number }

const STATUSES: Record<Look, string[]> = { broken: ['FAILING', 'DEAD'], uncheckable: ['UNCHECKABLE'] }

/**
 * The articles with links that lead nowhere: what readers can meet first, then by how many there are.
 *
 * @param wanted.cursor `nextCursor` of the page before
 * @param wanted.limit 1 to 100
 * @returns `nextCursor` is null on the last page
 * @throws Invalid when the cursor is none of ours
 */
export async function listBrokenLinks(
  actor: Actor,
  wanted: { sectionId?: string | undefined; look?: Look | undefined; cursor?: string | undefined; limit?: number } = {},
): Promise<{ articles: ArticleWithBrokenLinks[]; nextCursor: string | null }> {
  authorise(actor, 'report.read')
  const limit = Math.min(Math.max(wanted.limit ?? 30, 1), 100)
  const statuses = STATUSES[wanted.look ?? 'broken']
  const after = wanted.cursor === undefined ? null : readCursor(wanted.cursor)
  const places = await readPlaces(statuses, wanted.sectionId, after, limit + 1)
  const page = places.slice(0, limit)
  const last = page.at(-1)
  return {
    articles: await readArticles(actor, page, statuses),
    nextCursor: places.length > limit && last ? writeCursor(last) : null,
  }
}

function readPlaces(
  statuses: string[],
  sectionId: string | undefined,
  after: Place | null,
  limit: number,
): Promise<Place[]> {
  const inSection = sectionId === undefined ? Prisma.empty : Prisma.sql`AND a."sectionId" = ${sectionId}::uuid`
  const afterLast =
    after === null
      ? Prisma.empty
      : Prisma.sql`WHERE ("isPublic", count, "articleId") < (${after.isPublic}, ${after.count}, ${after.articleId}::uuid)`
  return database().$queryRaw<Place[]>`
    SELECT * FROM (
      SELECT a.id AS "articleId", p."articleId" IS NOT NULL AS "isPublic", count(DISTINCT o.id)::int AS count
      FROM "OutsideLink" o
      JOIN "Link" l ON split_part(l.url, '#', 1) = o.url
      JOIN "Article" a ON a.id = l."fromArticleId"
      LEFT JOIN "Publication" p ON p."articleId" = a.id
      WHERE o.status::text = ANY(${statuses}) AND o."ignoredAt" IS NULL ${inSection}
      GROUP BY a.id, p."articleId"
    ) place ${afterLast}
    ORDER BY "isPublic" DESC, count DESC, "articleId" DESC LIMIT ${limit}`
}

type Row = Omit<BrokenLink, 'since' | 'why' | 'archiveUrl'> & {
  firstFailedAt: Date | null
  refusedSince: Date | null
  lastOkAt: Date | null
  createdAt: Date
  reason: string | null
  lastStatus: number | null
  articleId: string
  headline: string
  ownerIds: string[]
  leadIds: string[]
  deskId: string | null
  firstPublishedAt: Date | null
}

/** In the order of the places; within an article what is dead first, and the longest ago. */
async function readArticles(
  actor: Actor,
  places: readonly Place[],
  statuses: string[],
): Promise<ArticleWithBrokenLinks[]> {
  if (places.length === 0) return []
  const rows = await database().$queryRaw<Row[]>`
    SELECT o.id, o.url, o.status::text, o."firstFailedAt", o."refusedSince", o."lastOkAt", o."createdAt", o.reason,
           o."lastStatus", a.id AS "articleId", a.headline, p."firstPublishedAt",
           bool_or(l.layer = 'DRAFT' AND l.kind = 'INLINE') AS "isInWords",
           bool_or(l.layer = 'DRAFT' AND l.kind = 'SOURCE') AS "isSource",
           bool_or(l.layer = 'DRAFT' AND l.kind = 'POST') AS "isInPost", max(l.words) AS words,
           array(SELECT b."personId"::text FROM "ArticleByline" ab JOIN "Byline" b ON b.id = ab."bylineId"
                 WHERE ab."articleId" = a.id AND b."personId" IS NOT NULL) || a."createdById"::text
                 || coalesce(a."ownerId", a."createdById")::text AS "ownerIds",
           array(SELECT m."personId"::text FROM "DeskMember" m WHERE m."deskId" = a."deskId" AND m."isLead") AS "leadIds",
           a."deskId"::text AS "deskId"
    FROM "OutsideLink" o
    JOIN "Link" l ON split_part(l.url, '#', 1) = o.url
    JOIN "Article" a ON a.id = l."fromArticleId"
    LEFT JOIN "Publication" p ON p."articleId" = a.id
    WHERE o.status::text = ANY(${statuses}) AND o."ignoredAt" IS NULL
      AND a.id = ANY(${places.map(({ articleId }) => articleId)}::uuid[])
    GROUP BY o.id, a.id, p."articleId"
    ORDER BY o.status DESC, o."firstFailedAt", o.id`
  return places.flatMap(({ articleId, isPublic }) => {
    const links = rows.filter((row) => row.articleId === articleId)
    const [first] = links
    // Somebody mended the last of them meanwhile.
    if (first === undefined) return []
    const mayEdit = can(actor, 'article.edit', first)
    return [{ articleId, headline: first.headline || 'Untitled article', isPublic, mayEdit, links: links.map(linkOf) }]
  })
}

function linkOf(row: Row): BrokenLink {
  const { id, url, words, status, isInWords, isSource, isInPost } = row
  return {
    ...{ id, url, words, status, isInWords, isSource, isInPost },
    since: row.firstFailedAt ?? row.refusedSince ?? row.createdAt,
    why: sayWhy(row.reason, row.lastStatus),
    archiveUrl: archiveAddress(url, row.firstPublishedAt ?? row.lastOkAt ?? row.createdAt),
  }
}

function writeCursor({ isPublic, count, articleId }: Place): string {
  return Buffer.from(`${Number(isPublic)} ${count} ${articleId}`).toString('base64url')
}

function readCursor(cursor: string): Place {
  const [isPublic = '', count = '', articleId] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (!/^[01]$/.test(isPublic) || !/^\d{1,9}$/.test(count) || !isId(articleId)) {
    throw new Invalid('This page of the list does not exist. Begin again at its first page.')
  }
  return { isPublic: isPublic === '1', count: Number(count), articleId }
}
