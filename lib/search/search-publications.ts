import { guessWords } from '@/lib/articles/guess-words'
import type { Teaser } from '@/lib/articles/public-article'
import { readTeasersOf } from '@/lib/articles/read-teasers'
import { database, Prisma } from '@/lib/db/database'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { type Narrowing, narrowSearch } from './narrow-search'
import { moreThan, newestFitting, newestMaybe, newestOf, wantedStems } from './newest-fitting'
import { asksForSomething, plainWords, type SearchQuery, withOtherWords } from './search-query'

const PAGE_LENGTH = 20
/** Of the newest articles that have the words, and of the newest that have them in their headline, so many are weighed. */
const WEIGHED = 300
const WEIGHED_HEADLINES = 150
/** With so few, another spelling is worth a question. */
const FEW = 3
/** Of long questions, nobody guesses. */
const MOST_GUESSED = 6
/** Where something was found, only the likeliest other spellings are tried. */
const TRIED_BESIDE = 2
/** A shorter word may be an error for nearly anything. */
const LEAST_LETTERS = 4
/** What an article is worth falls by half in about so many days, down to a part of what its words are worth. */
const HALF_LIFE_DAYS = 180
const LEAST_WORTH = 0.4

// Two control characters that mark where the database found a word. They are taken out of the words first.
const START = '\u0002'
const STOP = '\u0003'

/** A piece of the text around what was found; `isMatch` where it is a word that was searched for. */
export type Fragment = { text: string; isMatch: boolean }
export type SearchHit = { article: Teaser; excerpt: Fragment[] }
export type SearchResult = {
  hits: SearchHit[]
  page: number
  hasMore: boolean
  /** There are more that fit, older and not weighed: by date, all of them are there. */
  isCut: boolean
  /** Another spelling of the question that finds something, or more. */
  proposal: string | null
  /** Nothing has the words as typed: these are what the proposal finds. */
  isOfProposal: boolean
}

const nothing = { hits: [], hasMore: false, isCut: false, proposal: null, isOfProposal: false }

/**
 * Searches the words of what is public; all of them have to be there, in the headline or the text. By relevance, those articles come first that
 * have them in the headline, often, in a short text, lately; by date, the newest.
 * @param page 1 or more
 */
export async function searchPublications(query: SearchQuery, page: number): Promise<SearchResult> {
  recordTags(tag.everything)
  if (!asksForSomething(query)) return { ...nothing, page }
  const narrowing = await narrowSearch(query)
  if (narrowing === null) return { ...nothing, page }
  const found = await find(query, narrowing, page)
  const [other, hits] = await Promise.all([
    page === 1 && found.rows.length < FEW ? propose(query, narrowing, found.rows.length) : null,
    hitsOf(found.rows, query),
  ])
  if (other === null) return { ...nothing, ...found, hits, page }
  const isOfProposal = found.rows.length === 0
  const shown = isOfProposal ? await find(other, narrowing, 1) : found
  return {
    hits: isOfProposal ? await hitsOf(shown.rows, other) : hits,
    page,
    hasMore: shown.hasMore,
    isCut: shown.isCut,
    proposal: other.typed,
    isOfProposal,
  }
}

type Row = { articleId: string }
type Found = { rows: Row[]; hasMore: boolean; isCut: boolean }

async function find(query: SearchQuery, narrowing: Narrowing, page: number): Promise<Found> {
  const isWeighed = query.order === 'relevance' && query.hasWanted
  const rows = await (isWeighed ? weighed(query, narrowing, page) : newest(query, narrowing, page))
  const isCut = isWeighed && rows.length <= PAGE_LENGTH && (rows[0]?.weighed ?? 0) >= WEIGHED
  return { rows: rows.slice(0, PAGE_LENGTH), hasMore: rows.length > PAGE_LENGTH, isCut }
}

function newest(query: SearchQuery, narrowing: Narrowing, page: number) {
  const most = page * PAGE_LENGTH + 1
  return database().$queryRaw<(Row & { weighed?: number })[]>`
    SELECT "articleId" FROM (${newestFitting('all', { query, narrowing, most })}) newest
    ORDER BY "firstPublishedAt" DESC, "articleId" DESC OFFSET ${(page - 1) * PAGE_LENGTH}`
}

function weighed(query: SearchQuery, narrowing: Narrowing, page: number) {
  const all = newestMaybe('all', { query, narrowing, most: WEIGHED })
  // Where these are all, those with the words in their headline are among them.
  const only = Prisma.sql`(SELECT count(*) FROM looked) >= ${all.most}`
  return database().$queryRaw<(Row & { weighed: number })[]>`
    WITH looked AS MATERIALIZED (${all.articles}),
    words AS MATERIALIZED (${newestOf(Prisma.sql`looked`, all.conditions, WEIGHED)}),
    maybe AS (
      SELECT "articleId" FROM words
      UNION
      SELECT "articleId" FROM (${newestFitting('headline', { query, narrowing, most: WEIGHED_HEADLINES, only })}) headlines
    ),
    near AS (
      SELECT p."articleId", p."firstPublishedAt",
             ts_rank(p.search, ${wantedStems(query.words)}, 1) AS rank,
             extract(epoch FROM max(p."firstPublishedAt") OVER () - p."firstPublishedAt") / 86400 AS days,
             count(*) OVER ()::int AS weighed
      FROM maybe JOIN "Publication" p ON p."articleId" = maybe."articleId"
    )
    SELECT "articleId", weighed FROM near
    ORDER BY rank * (${LEAST_WORTH}::float8 + ${1 - LEAST_WORTH}::float8 * power(0.5, days / ${HALF_LIFE_DAYS}::float8)) DESC,
             "firstPublishedAt" DESC, "articleId" DESC
    LIMIT ${PAGE_LENGTH + 1} OFFSET ${(page - 1) * PAGE_LENGTH}`
}

/**
 * The likeliest other spelling that finds more than this one. The words that it is guessed from may be those of headlines that nobody
 * has published: none of them reaches a reader unless something public has it.
 */
async function propose(query: SearchQuery, narrowing: Narrowing, found: number): Promise<SearchQuery | null> {
  const words = plainWords(query)
  const isLong = words.some((word) => word.length >= LEAST_LETTERS)
  if (!isLong || words.length > MOST_GUESSED) return null
  const readings = (await guessWords(words)).filter(({ errors }) => errors > 0)
  const tried = found === 0 ? readings : readings.slice(0, TRIED_BESIDE)
  if (tried.length === 0) return null
  const others = tried.map(({ words }) => words.join(' '))
  const [first] = await database().$queryRaw<{ words: string }[]>`
    SELECT words FROM unnest(${others}::text[]) WITH ORDINALITY AS other(words, place)
    WHERE ${moreThan(found, { words: Prisma.sql`other.words`, query, narrowing })} ORDER BY place LIMIT 1`
  return first === undefined ? null : { ...query, typed: withOtherWords(query, first.words), words: first.words }
}

async function hitsOf(rows: readonly Row[], { words }: SearchQuery): Promise<SearchHit[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ articleId }) => articleId)
  const [teasers, excerpts] = await Promise.all([readTeasers(ids), readExcerpts(ids, words)])
  return ids.flatMap((id) => {
    const article = teasers.get(id)
    return article === undefined ? [] : [{ article, excerpt: splitExcerpt(excerpts.get(id) ?? '') }]
  })
}

async function readExcerpts(ids: string[], words: string): Promise<Map<string, string>> {
  if (words === '') return new Map()
  const options = `StartSel=${START}, StopSel=${STOP}, MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter=" … "`
  const rows = await database().$queryRaw<{ articleId: string; excerpt: string }[]>`
    SELECT "articleId", ts_headline('standfirst', standfirst_straight(translate(words, ${START + STOP}, '')),
                                    ${wantedStems(words)}, ${options}) AS excerpt
    FROM "Publication" WHERE "articleId" = ANY(${ids}::uuid[])`
  return new Map(rows.map(({ articleId, excerpt }) => [articleId, excerpt]))
}

async function readTeasers(ids: string[]): Promise<Map<string, Teaser>> {
  return new Map((await readTeasersOf(ids)).map((teaser) => [teaser.id, teaser]))
}

/** Cuts marked text into pieces, so that the page prints words and never the database's markup. */
function splitExcerpt(marked: string): Fragment[] {
  return marked.split(START).flatMap((part, index) => {
    const [match = '', after = ''] = index === 0 ? ['', part] : part.split(STOP)
    return [
      { text: withApostrophes(match), isMatch: true },
      { text: withApostrophes(after), isMatch: false },
    ].filter(({ text }) => text !== '')
  })
}

/** As a paper prints them; the database looked at straight ones. A piece may end before the word that was found. */
function withApostrophes(text: string): string {
  return text.replace(/(?<=\p{L})'(?=\p{L}|$)/gu, '’')
}
