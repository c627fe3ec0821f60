import { database, Prisma } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { pathOf } from './paths'
import type { ArticleState } from './state'

/** An article as a person chooses it as the target of a link. */
export type LinkTarget = {
  id: string
  /** The slugline of a planned article that has none yet. */
  headline: string
  state: ArticleState
  sectionName: string | null
  /** First publication, or the last edit where there was none. ISO 8601. */
  date: string
  /** Null while readers cannot see it. */
  path: string | null
  isPublic: boolean
  /** Of the main image; `widths` in pixels. */
  picture: { id: string; widths: number[] } | null
}

/** Words that are looked for; more would find nothing anyway. */
const MOST_WORDS = 6
/** Of the articles that hold a common word, so many of the last edited are looked at. */
const NEWEST_LOOKED_AT = 2_000
/** What an index finds of a rare word is looked at whole. */
const FOUND_LOOKED_AT = 400
/** Of what is a little like a word with a typing error, so many are compared. */
const LIKE_LOOKED_AT = 1_000
/** How much of a word must be there when no headline holds it as it was typed. pg_trgm's word_similarity, 0 to 1. */
const LEAST_SIMILARITY = 0.5

/**
 * Articles whose headline holds all the words, each at least as the beginning or a part of one; accents and case make no
 * difference. What the person chose lately stands first, then the newest. Where nothing holds the words, what is most like
 * them: "habour" finds the harbour. Without words: what was chosen lately, then what was edited last.
 *
 * @param limit 1 to 50
 */
export async function searchForLink(actor: Actor, words: string, limit: number): Promise<LinkTarget[]> {
  authorise(actor, 'article.read')
  const personId = actor.kind === 'person' ? actor.id : null
  const looked = words.trim().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  const held = looked.length === 0 ? await newest(personId, limit) : await holding(personId, looked, limit)
  const ids = held.length === 0 && looked.length > 0 ? await similar(looked, limit) : held
  const found = new Map((await listLinkTargets(actor, ids)).map((target) => [target.id, target]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Articles by id, in no order; what does not exist is missing. */
export async function listLinkTargets(actor: Actor, ids: readonly string[]): Promise<LinkTarget[]> {
  authorise(actor, 'article.read')
  if (ids.length === 0) return []
  const rows = await database().$queryRaw<Row[]>`
    SELECT a.id, coalesce(nullif(a.headline, ''), a.slugline) AS headline, a.state::text AS state, s.name AS "sectionName",
           coalesce(a."firstPublishedAt", a."editedAt") AS date, ps.slug AS "publicSection", p.slug AS "publicSlug",
           m.id AS "pictureId", m.widths AS "pictureWidths"
    FROM "Article" a
    LEFT JOIN "Section" s ON s.id = a."sectionId"
    LEFT JOIN "Publication" p ON p."articleId" = a.id
    LEFT JOIN "Section" ps ON ps.id = p."sectionId"
    LEFT JOIN "MediaAsset" m ON m.id = a."mainImageId"
    WHERE a.id = ANY(${[...ids]}::uuid[])`
  return rows.map(({ publicSection, publicSlug, date, pictureId, pictureWidths, ...row }) => ({
    ...row,
    date: date.toISOString(),
    path: publicSection === null || publicSlug === null ? null : pathOf(publicSection, publicSlug),
    isPublic: publicSlug !== null,
    picture: pictureId === null ? null : { id: pictureId, widths: pictureWidths ?? [] },
  }))
}

type Row = Pick<LinkTarget, 'id' | 'headline' | 'state' | 'sectionName'> & {
  date: Date
  publicSection: string | null
  publicSlug: string | null
  pictureId: string | null
  pictureWidths: number[] | null
}

async function newest(personId: string | null, limit: number): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    (SELECT a.id, 0 AS place, c."chosenAt" AS at FROM "ChosenTarget" c JOIN "Article" a ON a.id = c."articleId"
     WHERE c."personId" = ${personId}::uuid AND (a.headline <> '' OR a.slugline <> '') ORDER BY c."chosenAt" DESC LIMIT ${limit})
    UNION ALL
    (SELECT id, 1, "editedAt" FROM "Article" WHERE headline <> '' OR slugline <> '' ORDER BY "editedAt" DESC, id DESC LIMIT ${limit})
    ORDER BY place, at DESC`
  return [...new Set(rows.map(({ id }) => id))].slice(0, limit)
}

/**
 * A common word stands in half of all headlines, a rare one in three: one of the two ways is quick for each, and together
 * they cost little for both. Each is bounded, whatever is typed.
 */
async function holding(personId: string | null, words: readonly string[], limit: number): Promise<string[]> {
  const holds = (headline: Prisma.Sql) =>
    Prisma.join(
      words.map((word) => Prisma.sql`${headline} LIKE '%' || standfirst_plain(${escaped(word)}) || '%'`),
      ' AND ',
    )
  const rows = await database().$queryRaw<{ id: string }[]>`
    WITH lately AS MATERIALIZED (
      SELECT id, coalesce(nullif(headline, ''), slugline) AS headline, "editedAt"
      FROM "Article" ORDER BY "editedAt" DESC, id DESC LIMIT ${NEWEST_LOOKED_AT}
    ), anywhere AS MATERIALIZED (
      SELECT id, "editedAt" FROM "Article" WHERE ${holds(Prisma.sql`standfirst_plain(headline)`)} LIMIT ${FOUND_LOOKED_AT}
    ), found AS (
      SELECT id, "editedAt" FROM lately WHERE ${holds(Prisma.sql`standfirst_plain(headline)`)}
      UNION SELECT id, "editedAt" FROM anywhere
    )
    SELECT found.id FROM found
    LEFT JOIN "ChosenTarget" c ON c."articleId" = found.id AND c."personId" = ${personId}::uuid
    ORDER BY c."chosenAt" DESC NULLS LAST, found."editedAt" DESC, found.id DESC LIMIT ${limit}`
  return rows.map(({ id }) => id)
}

/** Each word for itself: together they are quick to be found, however many headlines are a little like one of them. */
async function similar(words: readonly string[], limit: number): Promise<string[]> {
  const isLike = words.map((word) => Prisma.sql`standfirst_plain(${word}) <% standfirst_plain(headline)`)
  const distances = words.map((word) => Prisma.sql`(standfirst_plain(${word}) <<-> standfirst_plain(headline))`)
  const [, rows] = await database().$transaction([
    database().$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${String(LEAST_SIMILARITY)}, true)`,
    database().$queryRaw<{ id: string }[]>`
      WITH like_them AS MATERIALIZED (
        SELECT id, headline, "editedAt" FROM "Article" WHERE ${Prisma.join(isLike, ' AND ')} LIMIT ${LIKE_LOOKED_AT}
      )
      SELECT id FROM like_them ORDER BY ${Prisma.join(distances, ' + ')}, "editedAt" DESC LIMIT ${limit}`,
  ])
  return rows.map(({ id }) => id)
}

function escaped(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}
