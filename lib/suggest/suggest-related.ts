import { byIndex } from '../articles/article-filter'
import { loadArticle } from '../articles/load-article'
import { type LinkTarget, listLinkTargets } from '../articles/search-for-link'
import { now } from '../clock'
import { database, Prisma } from '../db/database'
import type { Actor } from '../policy/actor'
import { namesIn } from './names-in'
import { type Clue, type Scored, scored } from './score-candidates'

/** A story to link to, and why. */
export type SuggestedStory = LinkTarget & {
  /** In words: "Both name Marijke Aalders." */
  reasons: string[]
  /** The names that both have, as they stand in this text. */
  names: string[]
}

/** So many names of a text are looked for, */
const NAMES_LOOKED_FOR = 8
/** and of the stories that hold one, so many. */
const STORIES_EACH = 60
/** A name that stands in more stories than this tells nothing: the town, the paper itself. */
const TOO_COMMON = 50
const STORIES_MOST = 8

/**
 * Stories that a text should perhaps point at, the best first: those that name the same people and places, share topics, point
 * at the same stories, or speak of what its headline does, newer ones before older. What it points at already is left out. Everything
 * comes from our own database; each way is bounded, however large the newsroom is.
 *
 * @param text of the draft as it is on the screen, in plain words
 * @throws NotFound
 */
export async function suggestRelated(
  actor: Actor,
  input: { articleId: string; text: string },
): Promise<SuggestedStory[]> {
  const article = await loadArticle(database(), actor, input.articleId)
  const names = namesIn(input.text).slice(0, NAMES_LOOKED_FOR)
  const pointed = await pointedAt(article.id)
  const clues = await Promise.all([
    storiesNaming(names.map(({ name }) => name)),
    storiesUnder(article.topics.map(({ topic }) => topic)),
    storiesPointingAt(pointed),
    storiesSpeakingOf(article.headline),
  ])
  const known = new Set([article.id, ...pointed])
  const best = scored(
    clues.flat().filter(({ id }) => !known.has(id)),
    now(),
  ).slice(0, STORIES_MOST)
  return readTargets(actor, best)
}

async function readTargets(actor: Actor, best: readonly Scored[]): Promise<SuggestedStory[]> {
  const targets = new Map(
    (
      await listLinkTargets(
        actor,
        best.map(({ id }) => id),
      )
    ).map((target) => [target.id, target]),
  )
  return best.flatMap(({ id, reasons, names }) => {
    const target = targets.get(id)
    return target === undefined || target.headline.trim() === '' ? [] : [{ ...target, reasons, names }]
  })
}

async function pointedAt(articleId: string): Promise<string[]> {
  const links = await database().link.findMany({
    where: { fromArticleId: articleId, layer: 'DRAFT', toArticleId: { not: null } },
    distinct: ['toArticleId'],
    select: { toArticleId: true },
    take: 200,
  })
  return links.flatMap(({ toArticleId }) => toArticleId ?? [])
}

type Row = { id: string; editedAt: Date; of: string }

async function storiesNaming(names: readonly string[]): Promise<Clue[]> {
  if (names.length === 0) return []
  const each = names.map(
    // By its words from the index alone, and then as it stands: a phrase would have to be looked for in each text anew.
    (name) => Prisma.sql`(
      SELECT id, ${name}::text AS "of" FROM (
        SELECT "articleId" AS id, words FROM "Draft"
        WHERE to_tsvector('standfirst', words) @@ plainto_tsquery('standfirst', ${name}) LIMIT ${STORIES_EACH}
      ) AS maybe WHERE position(${name}::text IN words) > 0)`,
  )
  const rows = await readClues(each)
  return uncommon(rows).map(({ id, of, editedAt }) => ({ kind: 'name', id, editedAt, name: of }))
}

async function storiesUnder(topics: readonly { id: string; name: string }[]): Promise<Clue[]> {
  if (topics.length === 0) return []
  const rows = await database().$queryRaw<Row[]>`
    SELECT t."articleId" AS id, t."topicId"::text AS "of", a."editedAt"
    FROM "ArticleTopic" t JOIN "Article" a ON a.id = t."articleId"
    WHERE t."topicId" = ANY(${topics.map(({ id }) => id)}::uuid[]) ORDER BY a."editedAt" DESC LIMIT 120`
  const name = new Map(topics.map((topic) => [topic.id, topic.name]))
  return rows.map(({ id, of, editedAt }) => ({ kind: 'topic', id, editedAt, topic: name.get(of) ?? '' }))
}

async function storiesPointingAt(ids: readonly string[]): Promise<Clue[]> {
  if (ids.length === 0) return []
  const rows = await database().$queryRaw<Row[]>`
    SELECT found.id, t.headline AS "of", a."editedAt"
    FROM (SELECT DISTINCT "fromArticleId" AS id, "toArticleId" AS target FROM "Link"
          WHERE "toArticleId" = ANY(${ids.slice(0, 20)}::uuid[]) LIMIT 200) AS found
    JOIN "Article" a ON a.id = found.id JOIN "Article" t ON t.id = found.target`
  return rows.map(({ id, of, editedAt }) => ({ kind: 'link', id, editedAt, headline: of }))
}

/** Two of the headline's longest words together, anywhere in the other story. */
async function storiesSpeakingOf(headline: string): Promise<Clue[]> {
  const [first, second, third] = wordsOf(headline)
  if (first === undefined || second === undefined) return []
  const pairs = [
    [first, second],
    ...(third === undefined
      ? []
      : [
          [first, third],
          [second, third],
        ]),
  ]
  const each = pairs.map(
    (pair) => Prisma.sql`(
      SELECT "articleId" AS id, ${pair.join(' ')}::text AS "of" FROM "Draft"
      WHERE to_tsvector('standfirst', words) @@ plainto_tsquery('standfirst', ${pair.join(' ')}) LIMIT ${TOO_COMMON})`,
  )
  const rows = await readClues(each)
  return uncommon(rows).map(({ id, of, editedAt }) => ({ kind: 'words', id, editedAt, words: of.split(' ') }))
}

/** The longest first: short words stand everywhere. */
function wordsOf(headline: string): string[] {
  const words = headline.toLowerCase().match(/\p{L}{5,}/gu) ?? []
  return [...new Set(words)].sort((one, other) => other.length - one.length)
}

function readClues(each: readonly Prisma.Sql[]): Promise<Row[]> {
  return byIndex<Row>(Prisma.sql`
    SELECT found.id, found."of", a."editedAt" FROM (${Prisma.join([...each], ' UNION ALL ')}) AS found
    JOIN "Article" a ON a.id = found.id`)
}

/** What stands in so many stories tells nothing. */
function uncommon(rows: readonly Row[]): Row[] {
  const times = new Map<string, number>()
  for (const { of } of rows) times.set(of, (times.get(of) ?? 0) + 1)
  return rows.filter(({ of }) => (times.get(of) ?? 0) < TOO_COMMON)
}
