import { database, Prisma } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { pathOf } from './paths'
import type { ArticleState } from './state'

/** An article as a person chooses it as the target of a link. */
export type LinkTarget = {
  id: string
  headline: string
  state: ArticleState
  sectionName: string | null
  /** First publication, or the last edit where there was none. ISO 8601. */
  date: string
  /** Null while readers cannot see it. */
  path: string | null
  isPublic: boolean
}

/**
 * Articles whose headline holds the words, public ones and newest first. Without words: the newest.
 * @param limit 1 to 50
 */
export async function searchForLink(actor: Actor, words: string, limit: number): Promise<LinkTarget[]> {
  authorise(actor, 'article.read')
  const pattern = words.trim().replace(/[\\%_]/g, '\\$&')
  const where =
    pattern === ''
      ? Prisma.sql`a.headline <> ''`
      : Prisma.sql`standfirst_plain(a.headline) LIKE '%' || standfirst_plain(${pattern}) || '%'`
  return targets(Prisma.sql`WHERE ${where} ORDER BY a."editedAt" DESC, a.id DESC LIMIT ${limit}`)
}

/** Articles by id, in no order; what does not exist is missing. */
export async function listLinkTargets(actor: Actor, ids: readonly string[]): Promise<LinkTarget[]> {
  authorise(actor, 'article.read')
  if (ids.length === 0) return []
  return targets(Prisma.sql`WHERE a.id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})`)
}

type Row = {
  id: string
  headline: string
  state: ArticleState
  sectionName: string | null
  date: Date
  publicSection: string | null
  publicSlug: string | null
}

async function targets(tail: Prisma.Sql): Promise<LinkTarget[]> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT a.id, a.headline, a.state::text AS state, s.name AS "sectionName",
           coalesce(a."firstPublishedAt", a."editedAt") AS date, ps.slug AS "publicSection", p.slug AS "publicSlug"
    FROM "Article" a
    LEFT JOIN "Section" s ON s.id = a."sectionId"
    LEFT JOIN "Publication" p ON p."articleId" = a.id
    LEFT JOIN "Section" ps ON ps.id = p."sectionId"
    ${tail}`
  return rows.map(({ publicSection, publicSlug, date, ...row }) => ({
    ...row,
    date: date.toISOString(),
    path: publicSection === null || publicSlug === null ? null : pathOf(publicSection, publicSlug),
    isPublic: publicSlug !== null,
  }))
}
