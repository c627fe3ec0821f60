import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { archiveAddress } from './archive-address'
import { sayWhy } from './link-words'

export type BrokenLink = {
  id: string
  url: string
  words: string
  isDead: boolean
  since: Date
  why: string
  archiveUrl: string
  /** The draft still links there from its words, so that the link can be changed. */
  isInWords: boolean
}

export type ArticleWithBrokenLinks = {
  articleId: string
  headline: string
  isPublic: boolean
  mayEdit: boolean
  links: BrokenLink[]
}

/** More than anybody works through; the worst come first. */
const MOST_LINKS = 500

/** Dead and failing links by article: what readers can meet first, then by how many there are. */
export async function listBrokenLinks(actor: Actor): Promise<ArticleWithBrokenLinks[]> {
  authorise(actor, 'report.read')
  const articles = new Map<string, ArticleWithBrokenLinks>()
  for (const row of await readRows()) {
    const article = articles.get(row.articleId) ?? {
      articleId: row.articleId,
      headline: row.headline || 'Untitled article',
      isPublic: row.isPublic,
      mayEdit: can(actor, 'article.edit', row),
      links: [],
    }
    article.links.push({
      id: row.id,
      url: row.url,
      words: row.words,
      isDead: row.status === 'DEAD',
      since: row.firstFailedAt,
      why: sayWhy(row.reason, row.lastStatus),
      archiveUrl: archiveAddress(row.url, row.firstPublishedAt ?? row.lastOkAt ?? row.createdAt),
      isInWords: row.isInWords,
    })
    articles.set(row.articleId, article)
  }
  return [...articles.values()].sort(
    (one, other) => Number(other.isPublic) - Number(one.isPublic) || other.links.length - one.links.length,
  )
}

type Row = {
  id: string
  url: string
  status: 'FAILING' | 'DEAD'
  firstFailedAt: Date
  lastOkAt: Date | null
  createdAt: Date
  reason: string | null
  lastStatus: number | null
  articleId: string
  headline: string
  ownerIds: string[]
  leadIds: string[]
  firstPublishedAt: Date | null
  isPublic: boolean
  isInWords: boolean
  words: string
}

function readRows(): Promise<Row[]> {
  return database().$queryRaw<Row[]>`
    SELECT o.id, o.url, o.status::text, o."firstFailedAt", o."lastOkAt", o."createdAt", o.reason, o."lastStatus",
           a.id AS "articleId", a.headline, p."firstPublishedAt", p."articleId" IS NOT NULL AS "isPublic",
           bool_or(l.layer = 'DRAFT' AND l.kind = 'INLINE') AS "isInWords", max(l.words) AS words,
           array(SELECT b."personId"::text FROM "ArticleByline" ab JOIN "Byline" b ON b.id = ab."bylineId"
                 WHERE ab."articleId" = a.id AND b."personId" IS NOT NULL) || a."createdById"::text || coalesce(a."ownerId", a."createdById")::text
                 AS "ownerIds",
           array(SELECT m."personId"::text FROM "DeskMember" m WHERE m."deskId" = a."deskId" AND m."isLead") AS "leadIds"
    FROM "OutsideLink" o
    JOIN "Link" l ON split_part(l.url, '#', 1) = o.url
    JOIN "Article" a ON a.id = l."fromArticleId"
    LEFT JOIN "Publication" p ON p."articleId" = a.id
    WHERE o.status IN ('FAILING', 'DEAD') AND o."ignoredAt" IS NULL
    GROUP BY o.id, a.id, p."articleId"
    ORDER BY p."articleId" IS NULL, o.status DESC, o."firstFailedAt", o.id
    LIMIT ${MOST_LINKS}`
}

export type LinkState = {
  title: string | null
  siteName: string | null
  state: 'fine' | 'failing' | 'dead'
  since: string | null
  why: string | null
}

/** What is known of the page that a link leads to; null when nobody has looked yet. */
export async function findOutsideLink(actor: Actor, url: string): Promise<LinkState | null> {
  authorise(actor, 'article.read')
  const link = await database().outsideLink.findUnique({ where: { url: url.split('#')[0] ?? url } })
  if (link === null) return null
  const isBroken = link.status === 'FAILING' || link.status === 'DEAD'
  return {
    title: link.title,
    siteName: link.siteName,
    state: link.status === 'DEAD' ? 'dead' : isBroken ? 'failing' : 'fine',
    since: isBroken ? (link.firstFailedAt?.toISOString() ?? null) : null,
    why: isBroken ? sayWhy(link.reason, link.lastStatus) : null,
  }
}
