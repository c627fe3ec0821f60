import { database, Prisma } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { guessWords, type Reading } from './guess-words'
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

/**
 * Articles whose headline holds all the words, each at least as the beginning or a part of one; accents and case make no
 * difference. What the person chose lately stands first, then the newest. Where nothing holds the words, what holds those that
 * were probably meant: "habour" finds the harbour. Words of one or two letters are looked for as parts of the newest headlines
 * alone, and as beginnings of words in all. Without words: what was chosen lately, then what was edited last.
 *
 * @param limit 1 to 50
 */
export async function searchForLink(actor: Actor, words: string, limit: number): Promise<LinkTarget[]> {
  authorise(actor, 'article.read')
  const personId = actor.kind === 'person' ? actor.id : null
  const looked = words.trim().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  const ids = looked.length === 0 ? await newest(personId, limit) : await holdingOrMeant(personId, looked, limit)
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

/** What is not held as it was typed is read as it was probably meant, and only where nothing holds that, in less likely ways. */
async function holdingOrMeant(personId: string | null, typed: readonly string[], limit: number): Promise<string[]> {
  const held = await holding(personId, [{ words: typed, errors: 0 }], limit)
  if (held.length > 0 || !typed.some(hasTrigram)) return held
  const readings = await guessWords(typed)
  const least = readings[0]?.errors ?? 0
  const [likely, unlikely] = [true, false].map((is) => readings.filter(({ errors }) => errors < least + 1 === is))
  const meant = await holding(personId, likely ?? [], limit)
  return meant.length > 0 ? meant : await holding(personId, unlikely ?? [], limit)
}

/**
 * A common word stands in half of all headlines, a rare one in three: the index finds all that hold the rare one, and of those that
 * hold the common one the newest are met soon. What was planned and has no headline yet goes by its slugline. Each way is bounded,
 * whatever is typed.
 */
async function holding(personId: string | null, readings: readonly Reading[], limit: number): Promise<string[]> {
  if (readings.length === 0) return []
  const anywhere = readings.map(
    ({ words, errors }, number) => Prisma.sql`(
      SELECT id, "editedAt", ${number}::int AS reading, ${errors}::float AS errors FROM "Article"
      WHERE ${holdsByIndex(words)} LIMIT ${FOUND_LOOKED_AT})`,
  )
  const lately = readings.map(
    ({ words, errors }) => Prisma.sql`
      SELECT id, "editedAt", ${errors}::float AS errors FROM lately WHERE ${holds(Prisma.sql`plain`, words)}`,
  )
  const isWhole = readings.every(({ words }) => words.some(hasTrigram))
  const rows = await database().$queryRaw<{ id: string }[]>`
    WITH anywhere AS MATERIALIZED (${Prisma.join(anywhere, ' UNION ALL ')}), lately AS MATERIALIZED (
      (SELECT id, standfirst_plain(headline) AS plain, "editedAt" FROM "Article"
       WHERE NOT ${isWhole} OR EXISTS (SELECT FROM anywhere GROUP BY reading HAVING count(*) = ${FOUND_LOOKED_AT})
       ORDER BY "editedAt" DESC, id DESC LIMIT ${NEWEST_LOOKED_AT})
      UNION ALL
      (SELECT id, standfirst_plain(slugline), "editedAt" FROM "Article"
       WHERE headline = '' AND slugline <> '' ORDER BY "editedAt" DESC, id DESC LIMIT ${NEWEST_LOOKED_AT})
    ), found AS (
      SELECT id, "editedAt", min(errors) AS errors
      FROM (SELECT id, "editedAt", errors FROM anywhere UNION ALL ${Prisma.join(lately, ' UNION ALL ')}) AS both_ways
      GROUP BY id, "editedAt"
    )
    SELECT found.id FROM found
    LEFT JOIN "ChosenTarget" c ON c."articleId" = found.id AND c."personId" = ${personId}::uuid
    ORDER BY found.errors, c."chosenAt" DESC NULLS LAST, found."editedAt" DESC, found.id DESC LIMIT ${limit}`
  return rows.map(({ id }) => id)
}

function holds(plain: Prisma.Sql, words: readonly string[]): Prisma.Sql {
  return Prisma.join(
    words.map((word) => Prisma.sql`${plain} LIKE '%' || standfirst_plain(${escaped(word)}) || '%'`),
    ' AND ',
  )
}

/** What the index can look for: a part of three letters, or else how a word begins, or else nothing. */
function holdsByIndex(words: readonly string[]): Prisma.Sql {
  const plain = Prisma.sql`standfirst_plain(headline)`
  if (words.some(hasTrigram)) return holds(plain, words)
  if (!words.some((word) => /[\p{L}\p{N}]/u.test(word))) return Prisma.sql`false`
  const begins = words.map((word) => {
    const beginning = Prisma.sql`standfirst_plain(${escaped(word)}) || '%'`
    return Prisma.sql`(${plain} LIKE ${beginning} OR ${plain} LIKE '% ' || ${beginning})`
  })
  return Prisma.join(begins, ' AND ')
}

function hasTrigram(word: string): boolean {
  return /[\p{L}\p{N}]{3}/u.test(word)
}

function escaped(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}
