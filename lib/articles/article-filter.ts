import { database, Prisma } from '../db/database'
import type { Actor } from '../policy/actor'
import { scope } from '../policy/policy'
import { articlesOn } from '../shelves/articles-on'
import type { ArticleState } from './state'

export type ArticleFilter = {
  /** In the words of the draft, or parts of words in the headline, or in the slugline where there is no headline yet. As people type them: "quoted", -not, or. */
  words?: string | undefined
  state?: ArticleState | undefined
  /** Any of these. */
  states?: readonly ArticleState[] | undefined
  deskId?: string | undefined
  /** With any of these desks. */
  deskIds?: readonly string[] | undefined
  sectionId?: string | undefined
  /** In the draft or before readers. */
  topicId?: string | undefined
  /** A byline. */
  authorId?: string | undefined
  /** Whoever started the article, was asked to write it or has a byline on it. */
  personId?: string | undefined
  /** Only those whose links lead to something that was taken from readers, or that tell a claim that changed since, until somebody has looked. */
  wantsLook?: boolean | undefined
}

/** Where an article stands in the desk's order: by its last edit, and by id among those of the same millisecond. */
export type ArticlePlace = { id: string; editedAt: Date }

/**
 * The query for the places of the articles that the actor may read and the filter lets through, the last edited first.
 * Each filter has an index that gives the list's order, or finds few enough to be sorted. To be run by {@link byIndex}.
 */
export async function filterArticles(
  actor: Actor,
  filter: ArticleFilter,
  page: { after: ArticlePlace | null; limit: number },
): Promise<Prisma.Sql> {
  const conditions = await conditionsOf(actor, filter, page.after)
  const where = conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`
  return Prisma.sql`
    SELECT a.id, a."editedAt" FROM "Article" a ${where}
    ORDER BY a."editedAt" DESC, a.id DESC LIMIT ${page.limit}`
}

/**
 * Runs a query by indexes alone. PostgreSQL takes to_tsvector() for cheap and would rather make it anew for every draft than
 * read a long entry of the index: measured at 100,000 articles, seven seconds instead of a tenth of one.
 */
export async function byIndex<Row>(query: Prisma.Sql): Promise<Row[]> {
  const [, rows] = await database().$transaction([
    database().$executeRaw`SET LOCAL enable_seqscan = off`,
    database().$queryRaw<Row[]>(query),
  ])
  return rows
}

async function conditionsOf(actor: Actor, filter: ArticleFilter, after: ArticlePlace | null): Promise<Prisma.Sql[]> {
  const conditions: Prisma.Sql[] = []
  const allowed = scope(actor, 'article.read')
  if (allowed.kind === 'none') conditions.push(Prisma.sql`false`)
  if (allowed.kind !== 'all' && allowed.kind !== 'none') conditions.push(isOf(allowed.personId))
  if (filter.personId !== undefined) conditions.push(isOf(filter.personId))
  if (filter.state !== undefined) conditions.push(Prisma.sql`a.state = ${filter.state}::"ArticleState"`)
  if (filter.states !== undefined) conditions.push(Prisma.sql`a.state = ANY(${[...filter.states]}::"ArticleState"[])`)
  if (filter.deskId !== undefined) conditions.push(Prisma.sql`a."deskId" = ${filter.deskId}::uuid`)
  if (filter.deskIds !== undefined) conditions.push(Prisma.sql`a."deskId" = ANY(${[...filter.deskIds]}::uuid[])`)
  if (filter.sectionId !== undefined) conditions.push(Prisma.sql`a."sectionId" = ${filter.sectionId}::uuid`)
  if (filter.topicId !== undefined) conditions.push(Prisma.sql`a.id IN (${articlesOn('topic', filter.topicId)})`)
  if (filter.authorId !== undefined) conditions.push(isBy(filter.authorId))
  if (filter.wantsLook)
    conditions.push(Prisma.sql`a.id IN (
      SELECT "articleId" FROM "LinkNotice" WHERE "clearedAt" IS NULL
      UNION SELECT "articleId" FROM "ClaimNotice" WHERE "decidedAt" IS NULL)`)
  const words = filter.words === undefined ? '' : cleaned(filter.words)
  if (words !== '') conditions.push(await holds(words))
  if (after !== null) {
    conditions.push(Prisma.sql`(a."editedAt", a.id) < (${after.editedAt}::timestamptz, ${after.id}::uuid)`)
  }
  return conditions
}

/** A union, because PostgreSQL would answer OR by looking at every article. */
function isOf(personId: string): Prisma.Sql {
  return Prisma.sql`a.id IN (
    SELECT id FROM "Article" WHERE "createdById" = ${personId}::uuid
    UNION
    SELECT id FROM "Article" WHERE "ownerId" = ${personId}::uuid
    UNION
    SELECT ab."articleId" FROM "ArticleByline" ab JOIN "Byline" b ON b.id = ab."bylineId"
    WHERE b."personId" = ${personId}::uuid)`
}

function isBy(bylineId: string): Prisma.Sql {
  return Prisma.sql`a.id IN (SELECT "articleId" FROM "ArticleByline" WHERE "bylineId" = ${bylineId}::uuid)`
}

const WORDS_MOST = 200

/** PostgreSQL refuses NUL in a text. */
function cleaned(words: string): string {
  return words.replaceAll('\0', ' ').replace(/\s+/g, ' ').trim().slice(0, WORDS_MOST).trim()
}

/** Up to so many matches are looked up one by one; beyond, the list is walked from its newest end until a page is full. */
const FEW = 1000

/**
 * Rare words and common words want opposite ways: the few articles with a rare word are looked up and sorted, while among
 * those with a common word the newest are met soon. PostgreSQL guesses badly which it is, so it is asked first.
 */
async function holds(words: string): Promise<Prisma.Sql> {
  const matches = matchesOf(words)
  const few = await byIndex<{ id: string }>(
    Prisma.sql`SELECT id FROM (${Prisma.join(matches, ' UNION ALL ')}) AS matches LIMIT ${FEW + 1}`,
  )
  if (few.length <= FEW) {
    const ids = [...new Set(few.map(({ id }) => id))]
    return Prisma.sql`a.id = ANY(${ids}::uuid[])`
  }
  const isMatched = matches.map((match) => Prisma.sql`a.id IN (${match})`)
  return Prisma.sql`(${Prisma.join(isMatched, ' OR ')})`
}

/** The expressions repeat those of the indexes, word for word. */
function matchesOf(words: string): Prisma.Sql[] {
  const inDraft = Prisma.sql`
    SELECT "articleId" AS id FROM "Draft"
    WHERE to_tsvector('standfirst', words) @@ websearch_to_tsquery('standfirst', ${words})`
  const parts = words.split(' ')
  // Fewer than three letters have no trigram to be found by.
  if (!parts.some((part) => part.length >= 3)) return [inDraft]
  const hasParts = parts.map(
    (part) => Prisma.sql`standfirst_plain(headline) LIKE '%' || standfirst_plain(${escaped(part)}) || '%'`,
  )
  const inSlugline = parts.map(
    (part) => Prisma.sql`standfirst_plain(slugline) LIKE '%' || standfirst_plain(${escaped(part)}) || '%'`,
  )
  return [
    inDraft,
    Prisma.sql`SELECT id FROM "Article" WHERE ${Prisma.join(hasParts, ' AND ')}`,
    // What is planned has no headline yet: few, by an index of their own.
    Prisma.sql`SELECT id FROM "Article" WHERE headline = '' AND slugline <> '' AND ${Prisma.join(inSlugline, ' AND ')}`,
  ]
}

function escaped(part: string): string {
  return part.replace(/[\\%_]/g, '\\$&')
}
