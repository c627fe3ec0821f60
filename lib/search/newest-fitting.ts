import { now } from '@/lib/clock'
import { Prisma } from '@/lib/db/database'
import type { Narrowing } from './narrow-search'
import type { SearchQuery } from './search-query'

/**
 * Articles are looked into by stretches of so many weeks, until enough is found: an index says at once which articles of a stretch have the
 * words. Of words that are in most articles the last weeks have enough; of those that stand in one of a thousand, all years have few.
 */
const WEEKS = [1, 4, 16, 64] as const
/** Where something is left out, so many are looked into for phrases, the newest that may fit: what has the words may be what was left out. */
const LOOKED_INTO = 2_000
const WEEK_MILLISECONDS = 7 * 86_400_000
/** So far apart are the numbers of stretches of different lengths. */
const KIND = 1_000_000

const COLUMNS = Prisma.sql`p."articleId", p."firstPublishedAt"`

type Place = 'headline' | 'all'

type Looking = {
  query: Pick<SearchQuery, 'words' | 'hasWanted' | 'from' | 'until'>
  narrowing: Narrowing
  /** How many are wanted. */
  most: number
  /** Nothing is looked for unless this is so. */
  only?: Prisma.Sql
}

type Maybe = {
  /** Queries of "articleId", "firstPublishedAt" and, where there are conditions, "search", the newest first. */
  articles: Prisma.Sql
  /** No more than so many are looked into: where there are fewer, these are all. */
  most: number
  /** On p, one of the articles: what no index knows. */
  conditions: Prisma.Sql[]
}

/**
 * The newest articles that a question may fit.
 * @param place where the words that have to be there are: in the headline, or anywhere
 */
export function newestMaybe(place: Place, looking: Looking): Maybe {
  const { query, narrowing, most } = looking
  const { words, hasWanted } = query
  // What a question leaves out, nearly all articles lack: the newest of them are found by going through all.
  if (!hasWanted) {
    const stems = words === '' ? [] : [fits(wantedStems(words))]
    const articles = inOrder(Prisma.sql`"Publication" p`, [...stems, ...withoutIndex(narrowing)], most)
    return { articles, most, conditions: [] }
  }
  const { wanted, hasLeftOut, hasAlternatives } = wantedWords(words)
  if (!hasPhrase(words)) {
    const articles = newestWith(place, indexed(wantedStems(words), place, hasLeftOut), looking)
    return { articles, most, conditions: [] }
  }
  const phrases = wantedStems(wanted)
  const stems = Prisma.sql`regexp_replace(${phrases}::text, '<(-|[0-9]+)>', '&', 'g')::tsquery`
  // Of alternatives, no pair has to be there.
  const pairs = hasAlternatives ? [] : [Prisma.sql`standfirst_pairs(p.search) @> standfirst_pairs_for(${phrases})`]
  const looked = hasLeftOut || hasAlternatives ? LOOKED_INTO + most : 2 * most
  const articles = newestWith(
    place,
    [...indexed(stems, place, false), ...pairs],
    { ...looking, most: looked },
    Prisma.sql`${COLUMNS}, p.search`,
  )
  return { articles, most: looked, conditions: [fits(wantedStems(words))] }
}

/** The newest articles that a question fits, newest first: a query of "articleId" and "firstPublishedAt". */
export function newestFitting(place: Place, looking: Looking): Prisma.Sql {
  const { articles, conditions } = newestMaybe(place, looking)
  return newestOf(Prisma.sql`(${articles})`, conditions, looking.most)
}

/** Those of some articles for which the conditions hold, as {@link newestFitting}. */
export function newestOf(articles: Prisma.Sql, conditions: readonly Prisma.Sql[], most: number): Prisma.Sql {
  return inOrder(Prisma.sql`${articles} p`, conditions, most)
}

/**
 * A condition: more than so many articles fit a question with other words.
 * @param words of SQL: single words, no phrases
 */
export function moreThan(
  count: number,
  {
    words,
    query: { until },
    narrowing,
  }: Pick<Looking, 'narrowing'> & { words: Prisma.Sql; query: Pick<SearchQuery, 'until'> },
): Prisma.Sql {
  const fitting = [fits(wantedStems(words)), ...inSections(narrowing)]
  const counted = (conditions: readonly Prisma.Sql[]) => Prisma.sql`(
    SELECT count(*) FROM (
      SELECT FROM (SELECT ${COLUMNS} FROM "Publication" p WHERE ${Prisma.join([...conditions], ' AND ')} OFFSET 0) p
      ${where([...narrowing.lists, ...narrowing.dates])} LIMIT ${count + 1}
    ) AS found)`
  return Prisma.sql`(${counted([...fitting, within(WEEKS[0], until ?? now())])} > ${count} OR ${counted(fitting)} > ${count})`
}

/** What words ask of `p.search`, the stems of a publication. @param words typed, or of SQL */
export function wantedStems(words: string | Prisma.Sql): Prisma.Sql {
  return Prisma.sql`websearch_to_tsquery('standfirst', standfirst_straight(${words}))`
}

function fits(stems: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`p.search @@ ${stems}`
}

/** Expressions of the index, word for word. */
function indexed(stems: Prisma.Sql, place: Place, hasLeftOut: boolean): Prisma.Sql[] {
  if (place === 'all') return [fits(stems)]
  const inHeadline = Prisma.sql`ts_filter(p.search, '{a}') @@ ${stems}`
  // The text may have what is left out, and the headline not. To look the words up in all texts, too, takes longer than anything else.
  return hasLeftOut ? [inHeadline, fits(stems)] : [inHeadline]
}

function withoutIndex({ sections, lists, dates }: Narrowing): Prisma.Sql[] {
  return [...sections.map((ids) => Prisma.sql`p."sectionId" = ANY(${ids}::uuid[])`), ...lists, ...dates]
}

function inSections({ sections }: Narrowing): Prisma.Sql[] {
  return sections.map((ids) => Prisma.sql`ARRAY[p."sectionId"] && ${ids}::uuid[]`)
}

/** Each part looks into more weeks than the one before it, and only where that one has not found enough. */
function newestWith(
  place: Place,
  fitting: readonly Prisma.Sql[],
  { query: { from, until }, narrowing, most, only = Prisma.sql`true` }: Looking,
  columns = COLUMNS,
): Prisma.Sql {
  const end = until ?? now()
  const reach = from === null ? Number.POSITIVE_INFINITY : (end.getTime() - from.getTime()) / WEEK_MILLISECONDS
  const everything = [...fitting, ...inSections(narrowing)]
  // There are few of them: what narrows the question further is looked at in each, and no index is read for it.
  const lately = WEEKS.filter((_, index) => index === 0 || reach > (WEEKS[index - 1] ?? 0)).map((weeks) => ({
    conditions: [...everything, within(weeks, end)],
    rest: [...narrowing.lists, ...narrowing.dates],
  }))
  // What has a word in the text may be half of the paper, of which a short list is better read by its own index.
  const ever =
    place === 'all'
      ? { conditions: [...everything, ...narrowing.lists], rest: narrowing.dates }
      : { conditions: everything, rest: [...narrowing.lists, ...narrowing.dates] }
  // Where the question reaches no further back than what was looked into, all is found.
  const parts = reach > Math.max(...WEEKS) ? [...lately, ever] : lately
  const name = (index: number) => Prisma.raw(`looked${index}`)
  const looks = parts.map(({ conditions, rest }, index) => {
    const before = parts.slice(0, index).map((_, other) => Prisma.sql`(SELECT count(*) FROM ${name(other)}) < ${most}`)
    // All that fit, by the index of words, and then the newest of them: not the newest, one by one, until enough fit.
    const found = Prisma.sql`(
      SELECT ${columns} FROM "Publication" p WHERE ${Prisma.join([only, ...before, ...conditions], ' AND ')} OFFSET 0) p`
    return Prisma.sql`${name(index)} AS MATERIALIZED (${inOrder(found, rest, most, columns)})`
  })
  // The last that was looked for has all that the others have.
  const found = parts.map((_, index) =>
    index === parts.length - 1
      ? Prisma.sql`SELECT * FROM ${name(index)}`
      : Prisma.sql`SELECT * FROM ${name(index)} WHERE (SELECT count(*) FROM ${name(index)}) >= ${most}`,
  )
  const one = Prisma.sql`(${Prisma.join(found, ' UNION ALL ')}) p`
  return Prisma.sql`WITH ${Prisma.join(looks, ', ')} ${inOrder(one, [], most, columns)}`
}

/** In the last stretches of so many weeks. */
function within(weeks: (typeof WEEKS)[number], end: Date): Prisma.Sql {
  const last = Math.floor(end.getTime() / (weeks * WEEK_MILLISECONDS)) + WEEKS.indexOf(weeks) * KIND
  // The next one, too: the clock of the database may be ahead of ours.
  return Prisma.sql`standfirst_stretches(p."firstPublishedAt") && ${[last - 1, last, last + 1]}::int[]`
}

function inOrder(from: Prisma.Sql, conditions: readonly Prisma.Sql[], most: number, columns = COLUMNS): Prisma.Sql {
  return Prisma.sql`
    SELECT ${columns} FROM ${from}
    ${where(conditions)}
    ORDER BY p."firstPublishedAt" DESC, p."articleId" DESC LIMIT ${most}`
}

function where(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join([...conditions], ' AND ')}`
}

/** Whether some words have to stand next to each other. A word with a hyphen in it is a phrase to the database. */
function hasPhrase(words: string): boolean {
  return /["\p{L}\p{N}][^\s\p{L}\p{N}]/u.test(words)
}

/** A question without what is left out; whether anything is, and whether some words may stand for others. */
function wantedWords(words: string): { wanted: string; hasLeftOut: boolean; hasAlternatives: boolean } {
  const tokens = words.match(/-?"[^"]*"?|\S+/gu) ?? []
  const wanted = tokens.filter((token) => !token.startsWith('-'))
  return {
    wanted: wanted.join(' '),
    hasLeftOut: wanted.length < tokens.length,
    hasAlternatives: tokens.some((token) => token.toLowerCase() === 'or'),
  }
}
