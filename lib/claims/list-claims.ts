import { database, Prisma } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { ClaimStanding } from './standing'

/** A claim in the list of all of them. */
export type ClaimLine = {
  id: string
  statement: string
  speaker: string
  against: string | null
  standing: ClaimStanding
  changedAt: Date
  /** How many articles tell of it, drafts included. */
  articles: number
}

export type ClaimFilter = {
  /** Words of the statement, or of a name. */
  words: string
  standing: ClaimStanding | null
  /** Changed in the last so many days; null for all. */
  days: number | null
  /** From 1. */
  page: number
}

const PAGE_SIZE = 40

/** Claims, what changed last first; with words, those whose statement holds them or whose people are called so. */
export async function listClaims(
  actor: Actor,
  { words, standing, days, page }: ClaimFilter,
): Promise<{ claims: ClaimLine[]; hasMore: boolean }> {
  authorise(actor, 'claim.read')
  const looked = words.trim()
  const part = looked.replace(/[\\%_]/gu, (sign) => `\\${sign}`)
  const conditions = [
    Prisma.sql`c."mergedIntoId" IS NULL`,
    ...(standing === null ? [] : [Prisma.sql`c.standing = ${standing}::"ClaimStanding"`]),
    ...(days === null ? [] : [Prisma.sql`c."changedAt" > now() - make_interval(days => ${days}::int)`]),
    ...(looked === ''
      ? []
      : [
          Prisma.sql`c.id IN (
            SELECT id FROM "Claim" WHERE to_tsvector('standfirst', statement) @@ websearch_to_tsquery('standfirst', ${looked})
            UNION
            SELECT claim.id FROM "Claim" claim JOIN "Party" p ON p.id IN (claim."speakerId", claim."againstId")
            WHERE standfirst_plain(p.name) LIKE '%' || standfirst_plain(${part}) || '%')`,
        ]),
  ]
  const claims = await database().$queryRaw<ClaimLine[]>`
    SELECT c.id, c.statement, s.name AS speaker, a.name AS against, c.standing::text AS standing, c."changedAt",
           (SELECT count(DISTINCT "articleId")::int FROM "ClaimUse" u WHERE u."claimId" = c.id) AS articles
    FROM "Claim" c JOIN "Party" s ON s.id = c."speakerId" LEFT JOIN "Party" a ON a.id = c."againstId"
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY c."changedAt" DESC, c.id DESC
    LIMIT ${PAGE_SIZE + 1} OFFSET ${(page - 1) * PAGE_SIZE}`
  return { claims: claims.slice(0, PAGE_SIZE), hasMore: claims.length > PAGE_SIZE }
}
