import { type Teaser, teaserColumns, teaserOf } from '@/lib/articles/public-article'
import { database } from '@/lib/db/database'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'

const PAGE_LENGTH = 20
/** Longer questions are cut: nobody types them. */
const MOST_CHARACTERS = 200

// Two control characters that mark where the database found a word. They are taken out of the words first.
const START = '\u0002'
const STOP = '\u0003'

/** A piece of the text around what was found; `isMatch` where it is a word that was searched for. */
export type Fragment = { text: string; isMatch: boolean }
export type SearchHit = { article: Teaser; excerpt: Fragment[] }
export type SearchResult = { query: string; hits: SearchHit[]; page: number; hasMore: boolean }

/** What a reader typed, as it is searched for: one line, no controls, not endless. */
function cleanQuery(typed: string): string {
  return typed
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_CHARACTERS)
}

/**
 * Searches the words of what is public: "several words" need all of them, quotation marks make a phrase, `or` and a minus
 * work as on search engines. Articles with the words in their headline come first, then the newest.
 */
export async function searchPublications(typed: string, page: number): Promise<SearchResult> {
  recordTags(tag.everything)
  const query = cleanQuery(typed)
  if (query === '') return { query, hits: [], page, hasMore: false }
  const found = await find(query, page)
  const teasers = await readTeasers(found.map(({ articleId }) => articleId))
  const hits = found.slice(0, PAGE_LENGTH).flatMap(({ articleId, excerpt }) => {
    const article = teasers.get(articleId)
    return article === undefined ? [] : [{ article, excerpt: splitExcerpt(excerpt) }]
  })
  return { query, hits, page, hasMore: found.length > PAGE_LENGTH }
}

type Row = { articleId: string; excerpt: string }

/** The first condition repeats the index's expression word for word. */
function find(query: string, page: number): Promise<Row[]> {
  const options = `StartSel=${START}, StopSel=${STOP}, MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter=" … "`
  const markers = START + STOP
  return database().$queryRaw<Row[]>`
    SELECT "articleId", ts_headline('standfirst', translate(words, ${markers}, ''), websearch_to_tsquery('standfirst', ${query}), ${options}) AS excerpt
    FROM (
      SELECT "articleId", words, "firstPublishedAt",
        to_tsvector('standfirst', headline) @@ websearch_to_tsquery('standfirst', ${query}) AS "isInHeadline"
      FROM "Publication"
      WHERE to_tsvector('standfirst', words) @@ websearch_to_tsquery('standfirst', ${query})
      ORDER BY "isInHeadline" DESC, "firstPublishedAt" DESC, "articleId" DESC
      LIMIT ${PAGE_LENGTH + 1} OFFSET ${(page - 1) * PAGE_LENGTH}
    ) AS found
    ORDER BY "isInHeadline" DESC, "firstPublishedAt" DESC, "articleId" DESC`
}

async function readTeasers(ids: string[]): Promise<Map<string, Teaser>> {
  const rows = await database().publication.findMany({ where: { articleId: { in: ids } }, select: teaserColumns })
  return new Map(rows.map((row) => [row.articleId, teaserOf(row)]))
}

/** Cuts marked text into pieces, so that the page prints words and never the database's markup. */
function splitExcerpt(marked: string): Fragment[] {
  return marked.split(START).flatMap((part, index) => {
    const [match = '', after = ''] = index === 0 ? ['', part] : part.split(STOP)
    return [
      { text: match, isMatch: true },
      { text: after, isMatch: false },
    ].filter(({ text }) => text !== '')
  })
}
