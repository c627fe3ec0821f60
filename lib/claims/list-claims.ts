import { now } from '../clock'
import { database, Prisma } from '../db/database'
import { isId } from '../document/addresses'
import { Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { Age, ClaimsQuery } from './claims-query'
import type { ClaimStanding } from './standing'

export type ClaimRow = {
  id: string
  statement: string
  speaker: string
  standing: ClaimStanding
  changedAt: Date
  /** How many articles tell of it, in a draft or before readers. */
  stories: number
}

const DAY = 86_400_000
const DAYS = { day: 1, week: 7, month: 30 } as const

/**
 * The claims of the register, newest change first; of merged ones only what they became.
 *
 * @param wanted.q words of the statement: a part of it, its stems, or nearly it
 * @param wanted.who a part of the name of whoever says or said something of it, or of whom it is said
 * @param wanted.limit 1 to 100
 * @returns `nextCursor` is null on the last page
 * @throws Invalid when the cursor is none of ours
 */
export async function listClaims(
  actor: Actor,
  { q, who, standing, age, cursor, limit = 30 }: ClaimsQuery & { limit?: number },
): Promise<{ claims: ClaimRow[]; nextCursor: string | null }> {
  authorise(actor, 'claim.read')
  const conditions = [
    Prisma.sql`c."mergedIntoId" IS NULL`,
    ...(q === undefined ? [] : [holding(q)]),
    ...(who === undefined ? [] : [by(who)]),
    ...(standing === undefined ? [] : [Prisma.sql`c.standing = ${standing}::"ClaimStanding"`]),
    ...(age === undefined ? [] : [ofAge(age)]),
    ...(cursor === undefined ? [] : [after(cursor)]),
  ]
  const rows = await database().$queryRaw<ClaimRow[]>`
    SELECT page.*, p.name AS speaker,
           (SELECT count(DISTINCT u."articleId")::int FROM "ClaimUse" u WHERE u."claimId" = page.id) AS stories
    FROM (
      SELECT c.id, c.statement, c.standing::text AS standing, c."changedAt", c."speakerId" FROM "Claim" c
      WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY c."changedAt" DESC, c.id DESC LIMIT ${limit + 1}
    ) page JOIN "Party" p ON p.id = page."speakerId"
    ORDER BY page."changedAt" DESC, page.id DESC`
  const claims = rows.slice(0, limit)
  const last = claims.at(-1)
  const nextCursor = rows.length > limit && last ? `${last.changedAt.getTime()}.${last.id}` : null
  return { claims, nextCursor }
}

function holding(words: string): Prisma.Sql {
  return Prisma.sql`(to_tsvector('standfirst', c.statement) @@ websearch_to_tsquery('standfirst', ${words})
    OR standfirst_plain(${words}) <% standfirst_plain(c.statement)
    OR standfirst_plain(c.statement) LIKE '%' || standfirst_plain(${escaped(words)}) || '%')`
}

function by(name: string): Prisma.Sql {
  const named = Prisma.sql`(SELECT id FROM "Party"
    WHERE standfirst_plain(name) LIKE '%' || standfirst_plain(${escaped(name)}) || '%')`
  return Prisma.sql`(c."speakerId" IN ${named} OR c."againstId" IN ${named}
    OR c.id IN (SELECT e."claimId" FROM "ClaimEvent" e WHERE e."speakerId" IN ${named}))`
}

function ofAge(age: Age): Prisma.Sql {
  const days = age === 'older' ? DAYS.month : DAYS[age]
  const since = new Date(now().getTime() - days * DAY)
  return age === 'older' ? Prisma.sql`c."changedAt" < ${since}` : Prisma.sql`c."changedAt" >= ${since}`
}

function after(cursor: string): Prisma.Sql {
  const [time = '', id] = cursor.split('.')
  if (!/^\d{1,14}$/.test(time) || !isId(id)) throw new Invalid('This page of the list does not exist.')
  return Prisma.sql`(c."changedAt", c.id) < (${new Date(Number(time))}, ${id}::uuid)`
}

function escaped(words: string): string {
  return words.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
