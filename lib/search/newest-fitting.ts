import { now } from '@/lib/clock'
import { Prisma } from '@/lib/db/database'
import type { SearchQuery } from './search-query'

/** Stems of headline and text, and of the headline alone: the expressions of the indexes, word for word. */
export const IN_ALL = Prisma.sql`p.search`
export const IN_HEADLINE = Prisma.sql`to_tsvector('standfirst', p.headline)`

/**
 * Articles are looked into by stretches of so many weeks, until enough is found: an index says at once which articles of a stretch have the
 * words. Of words that are in most articles the last days have enough; of those that stand in one of a thousand, all years have few.
 */
const WEEKS = [1, 4, 16, 64] as const
/** Whether words stand next to each other is looked up in so many, the newest that have them all: no index knows it. */
const LOOKED_INTO = 2_000
const WEEK_MILLISECONDS = 7 * 86_400_000
/** So far apart are the numbers of stretches of different lengths. */
const KIND = 1_000_000

const COLUMNS = Prisma.sql`p."articleId", p."firstPublishedAt"`

type Looking = {
  query: Pick<SearchQuery, 'words' | 'hasWanted' | 'until'>
  /** On "Publication" p. */
  conditions: readonly Prisma.Sql[]
  /** How many are wanted. */
  most: number
  /** Nothing is looked for unless this is so. */
  only?: Prisma.Sql
}

/**
 * The newest articles whose `vector` has the words, newest first: a query of "articleId" and "firstPublishedAt".
 * @param vector {@link IN_ALL} or {@link IN_HEADLINE}
 */
export function newestFitting(
  vector: Prisma.Sql,
  { query, conditions, most, only = Prisma.sql`true` }: Looking,
): Prisma.Sql {
  const { words } = query
  if (words === '') return inOrder(Prisma.sql`"Publication" p`, conditions, most)
  const wanted = Prisma.sql`websearch_to_tsquery('standfirst', ${words})`
  const loose = withoutPhrases(words)
  const looking = { query, conditions, only, isOfHeadlines: vector === IN_HEADLINE }
  if (loose === null) return newestWith(Prisma.sql`${vector} @@ ${wanted}`, { ...looking, most })
  const allOfThem = Prisma.sql`
    regexp_replace(websearch_to_tsquery('standfirst', ${loose})::text, '<(-|[0-9]+)>', '&', 'g')::tsquery`
  const near = newestWith(
    Prisma.sql`${vector} @@ ${allOfThem}`,
    { ...looking, most: LOOKED_INTO },
    Prisma.sql`${COLUMNS}, p.search, p.headline`,
  )
  return inOrder(Prisma.sql`(${near}) p`, [Prisma.sql`${vector} @@ ${wanted}`], most)
}

/** Each part looks into more weeks than the one before it, and only where that one has not found enough. */
function newestWith(
  fits: Prisma.Sql,
  {
    query: { hasWanted, until },
    conditions,
    most,
    only,
    isOfHeadlines,
  }: Required<Looking> & { isOfHeadlines: boolean },
  columns = COLUMNS,
): Prisma.Sql {
  const everything = [fits, ...conditions]
  // What a question leaves out, nearly all articles lack: the newest of them are found by going through all.
  if (!hasWanted) return inOrder(Prisma.sql`"Publication" p`, [only, ...everything], most, columns)
  const end = until ?? now()
  const lately = WEEKS.map((weeks, kind) => {
    const last = Math.floor(end.getTime() / (weeks * WEEK_MILLISECONDS)) + kind * KIND
    // The next one, too: the clock of the database may be ahead of ours.
    const then = Prisma.sql`standfirst_stretches(p."firstPublishedAt") && ${[last - 1, last, last + 1]}::int[]`
    // There are few of them: what narrows the question is looked at in each, and no index is read for it.
    return { indexed: [fits, then], rest: conditions }
  })
  // A word stands in few headlines; what has it in the text may be half of the paper, of which a small section is better read by its own index.
  const ever = isOfHeadlines ? { indexed: [fits], rest: conditions } : { indexed: everything, rest: [] }
  const parts = [...lately, ever].map((part, index) => ({
    ...part,
    name: Prisma.raw(`looked${index}`),
  }))
  const looks = parts.map(({ indexed, rest, name }, index) => {
    const before = parts.slice(0, index).map((other) => Prisma.sql`(SELECT count(*) FROM ${other.name}) < ${most}`)
    // All that fit, by the index of words, and then the newest of them: not the newest, one by one, until enough fit.
    const found = Prisma.sql`(
      SELECT ${columns}, p."sectionId" FROM "Publication" p WHERE ${Prisma.join([only, ...before, ...indexed], ' AND ')} OFFSET 0) p`
    return Prisma.sql`${name} AS MATERIALIZED (${inOrder(found, rest, most, columns)})`
  })
  // The last that was looked for has all that the others have.
  const found = parts.map(({ name }, index) =>
    index === WEEKS.length
      ? Prisma.sql`SELECT * FROM ${name}`
      : Prisma.sql`SELECT * FROM ${name} WHERE (SELECT count(*) FROM ${name}) >= ${most}`,
  )
  const one = Prisma.sql`(${Prisma.join(found, ' UNION ALL ')}) p`
  return Prisma.sql`WITH ${Prisma.join(looks, ', ')} ${inOrder(one, [], most, columns)}`
}

function inOrder(from: Prisma.Sql, conditions: readonly Prisma.Sql[], most: number, columns = COLUMNS): Prisma.Sql {
  return Prisma.sql`
    SELECT ${columns} FROM ${from}
    WHERE ${conditions.length === 0 ? Prisma.sql`true` : Prisma.join([...conditions], ' AND ')}
    ORDER BY p."firstPublishedAt" DESC, p."articleId" DESC LIMIT ${most}`
}

/** Whether some words have to stand next to each other. Then what is found is not all, even where it is less than was wanted. */
export function hasPhrase(words: string): boolean {
  return withoutPhrases(words) !== null
}

/**
 * The words that have to be there, whether next to each other or not; null where none has to stand next to another. A word with a hyphen
 * in it is a phrase to the database.
 */
function withoutPhrases(words: string): string | null {
  if (!/["\p{L}\p{N}][^\s\p{L}\p{N}]/u.test(words)) return null
  const wanted = words.match(/-?"[^"]*"?|\S+/gu)?.filter((token) => !token.startsWith('-')) ?? []
  const loose = wanted.join(' ').replaceAll('"', ' ')
  return /[\p{L}\p{N}]/u.test(loose) ? loose : null
}
