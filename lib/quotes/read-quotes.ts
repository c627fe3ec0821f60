import { database, Prisma } from '../db/database'
import type { Form, Origin } from '../document/attribution'
import { plainWords } from './plain-words'
import type { Gap, QuotesQuery } from './quotes-query'

export type QuoteRow = {
  id: string
  words: string
  speaker: string
  plainSpeaker: string
  form: Form
  origin: Origin | ''
  /** A day such as 2026-01-31. */
  saidOn: string | null
  daysLeft: number
  articleId: string
  /** The slugline where there is no headline yet. */
  headline: string
  /** Which quotation of the article, from 0; which block of its text, from 1. */
  position: number
  paragraph: number
  /** Readers have it, word for word. */
  isPublic: boolean
  /** It is no longer in the draft. */
  isPublicAlone: boolean
}

/** Where a page of the ledger ended. */
export type QuotePlace = Pick<QuoteRow, 'plainSpeaker' | 'daysLeft' | 'id'>

/** Quotations in the order of the ledger: by person, newest day first. The caller has asked the policy. */
export function readQuotes(
  query: Omit<QuotesQuery, 'cursor'>,
  { after, limit }: { after: QuotePlace | null; limit: number },
): Promise<QuoteRow[]> {
  const beyond =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(q."plainSpeaker", q."daysLeft", q.id) > (${after.plainSpeaker}, ${after.daysLeft}::int, ${after.id}::uuid)`
  return database().$queryRaw<QuoteRow[]>`
    SELECT page.*, coalesce(nullif(a.headline, ''), a.slugline) AS headline,
           page.layer = 'PUBLIC' AS "isPublicAlone",
           page.layer = 'PUBLIC' OR EXISTS (
             SELECT FROM "Quote" live WHERE live."articleId" = page."articleId" AND live.layer = 'PUBLIC' AND live.key = page.key
           ) AS "isPublic"
    FROM (
      SELECT q.id, q.words, q.speaker, q."plainSpeaker", q.form, q.origin, q."saidOn"::text AS "saidOn", q."daysLeft",
             q."articleId", q.layer, q.key, q.position, q.paragraph
      FROM "Quote" q WHERE ${found(query)} AND ${beyond}
      ORDER BY q."plainSpeaker", q."daysLeft", q.id LIMIT ${limit}
    ) page JOIN "Article" a ON a.id = page."articleId"
    ORDER BY page."plainSpeaker", page."daysLeft", page.id`
}

/** How many quotations of these people the filter finds. */
export async function countQuotes(
  query: Omit<QuotesQuery, 'cursor'>,
  plainSpeakers: readonly string[],
): Promise<Map<string, number>> {
  const counts = await database().$queryRaw<{ plainSpeaker: string; count: number }[]>`
    SELECT q."plainSpeaker", count(*)::int AS count FROM "Quote" q
    WHERE ${found(query)} AND q."plainSpeaker" = ANY(${[...plainSpeakers]}::text[]) GROUP BY q."plainSpeaker"`
  return new Map(counts.map(({ plainSpeaker, count }) => [plainSpeaker, count]))
}

/** What a filter finds: of each story the draft, and what readers alone still have. */
function found({ q, who, origin, missing, show }: Omit<QuotesQuery, 'cursor'>): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`(q.layer = 'DRAFT' OR NOT EXISTS (SELECT FROM "Quote" draft
        WHERE draft."articleId" = q."articleId" AND draft.layer = 'DRAFT' AND draft.key = q.key))`,
      ...(q === undefined ? [] : [holding(q)]),
      ...(who === undefined ? [] : [Prisma.sql`q."plainSpeaker" LIKE '%' || ${plainWords(who)} || '%'`]),
      ...(origin === undefined ? [] : [Prisma.sql`q.origin = ${origin}`]),
      ...(missing === undefined ? [] : [GAP[missing]]),
      // Each pair once, under the one of the two that comes first.
      ...(show === undefined
        ? []
        : [Prisma.sql`EXISTS (SELECT FROM "QuoteDifference" d WHERE d."quoteId" = q.id AND d."otherId" > q.id)`]),
    ],
    ' AND ',
  )
}

const GAP: Record<Gap, Prisma.Sql> = {
  anything: Prisma.sql`(q."plainSpeaker" = '' OR q.origin = '' OR q."saidOn" IS NULL)`,
  speaker: Prisma.sql`q."plainSpeaker" = ''`,
  origin: Prisma.sql`q.origin = ''`,
  date: Prisma.sql`q."saidOn" IS NULL`,
}

/** A part of it, its stems, or nearly it. What has no letter in it is found nowhere. */
function holding(words: string): Prisma.Sql {
  const plain = plainWords(words)
  if (plain === '') return Prisma.sql`FALSE`
  return Prisma.sql`(q."plainWords" LIKE '%' || ${plain} || '%' OR q."plainWords" % ${plain}
    OR to_tsvector('standfirst', q.words) @@ websearch_to_tsquery('standfirst', ${words}))`
}
