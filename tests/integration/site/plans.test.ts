import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listForFeed } from '@/lib/articles/machine-readers'
import {
  findArticleByPath,
  listByline,
  listEarlierInSection,
  listNewest,
  listSection,
  listTopic,
} from '@/lib/articles/readers'
import { resolveReferences } from '@/lib/articles/resolve-references'
import { listForSitemap, listRecentNews } from '@/lib/articles/sitemap-readers'
import { findClaims, listClaimPaths } from '@/lib/claims/readers'
import { database } from '@/lib/db/database'
import { readHome, readSectionFront } from '@/lib/fronts/readers'
import { newId } from '@/lib/ids'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { searchPublications } from '@/lib/search/search-publications'
import { type AskedSearch, readSearchQuery } from '@/lib/search/search-query'
import { findSeriesOf, listSeries } from '@/lib/series/readers'
import { findThread } from '@/lib/threads/readers'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { type ManyPublications, manyPublications } from '@/tests/support/many-publications'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { planProblems, READS_AND_WRITES, readsAllWhateverTheValues, statementsOf } from '@/tests/support/query-plans'

// No list for readers and no search gets slower with the years: the plans of what they ask among many publications. The index of the sitemaps
// alone counts them all, to say how many files there are.

const PUBLICATIONS = 16_000
/** Here no article has a picture. An empty table is read from end to end. */
const full = ['Article', 'Edition', 'Publication', 'PublicationTopic', 'PublicationByline']
const growing = [...full, 'PublicationMedia']
/** Search looks into two thousand for words next to each other, and finds four times as many on the way. */
const mostSorted = 8_000

let many: ManyPublications
let client: pg.Client

beforeAll(async () => {
  many = await manyPublications(PUBLICATIONS, await aPerson('EDITOR'))
  client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
})

afterAll(() => client.end())

const asked = (given: AskedSearch) => searchPublications(readSearchQuery(given, 'Europe/London'), 1)

async function readArticle(): Promise<void> {
  const found = await findArticleByPath('section-3', many.article.slug)
  if (found.kind !== 'live') throw new Error(`The article is ${found.kind}`)
  const { article } = found
  await Promise.all([
    resolveReferences(article.document),
    listEarlierInSection(article, 4),
    findThread(article.id),
    findSeriesOf(article.id),
    findClaims(found.claimIds),
  ])
}

const reads: Record<string, () => Promise<unknown>> = {
  'the front page': readHome,
  'the front of a section': async () =>
    readSectionFront((await database().section.findUniqueOrThrow({ where: { slug: many.section } })).id),
  'the newest': () => listNewest(10),
  'a section': () => listSection(many.section, 1),
  'a section, far back': () => listSection(many.section, 50),
  'a topic': () => listTopic(many.topic, 1),
  'a topic, further back': () => listTopic(many.topic, 4),
  'an author': () => listByline(many.byline, 1),
  'an author, far back': () => listByline(many.byline, 15),
  'a series': () => listSeries(many.series),
  'an article': readArticle,
  'an address that nothing has': () => findArticleByPath('section-3', 'no-such-story'),
  'the feed of the paper': () => listForFeed('rss'),
  'the feed of a section': () => listForFeed('atom', { kind: 'section', slug: many.section }),
  'the feed of a topic': () => listForFeed('json', { kind: 'topic', slug: many.topic }),
  'the feed of an author': () => listForFeed('rss', { kind: 'author', slug: many.byline }),
  'a sitemap': () => listForSitemap(2),
  'claims in the sitemap': listClaimPaths,
  'the news sitemap': listRecentNews,
  'a search for a name': () => asked({ q: 'name417' }),
  'a search for a word that nearly all have': () => asked({ q: 'word1' }),
  'the same by date': () => asked({ q: 'word1', order: 'date' }),
  'a search for words next to each other': () => asked({ q: '"quiet ferry"' }),
  'a search for words next to each other, by date': () => asked({ q: '"quiet ferry"', order: 'date' }),
  'a search for words next to each other in a section': () => asked({ q: '"quiet ferry" section:section-1' }),
  'a search for words next to each other and without others': () => asked({ q: '"quiet ferry" -"ferry quiet"' }),
  'a search for some words next to each other or others': () => asked({ q: '"quiet ferry" or "ferry quiet"' }),
  'a search for an author': () => asked({ q: 'author:byline-1' }),
  'a search for a word of an author': () => asked({ q: 'word1 author:byline-1' }),
  'a search in a section': () => asked({ q: 'word1 section:section-1' }),
  'a search in a section within a time': () =>
    asked({ q: 'word1 section:section-1', after: '2025', before: '2026-06-01' }),
  'a search for a name in a section': () => asked({ q: 'name417 section:section-1' }),
  'a search in a topic': () => asked({ q: 'topic:topic-1' }),
  'a search for a word in a topic': () => asked({ q: 'word30 topic:topic-1' }),
  'a search within a time': () => asked({ q: 'word1', after: '2025', before: '2026-06-01' }),
  'a search for a word that is misspelt': () => asked({ q: 'harbuor' }),
}

test.each(Object.keys(reads))('%s is read by an index', async (name) => {
  const statements = await statementsOf(() => recordInto(emptyRecording(), async () => reads[name]?.()))
  expect(statements).not.toEqual([])
  const problems: string[] = []
  for (const statement of statements) problems.push(...(await planProblems(client, statement, { growing, mostSorted })))
  expect(problems).toEqual([])
})

// Words are looked for in more and more weeks. What comes of it has to be what going through everything finds.
test.each([
  ['word0', ''],
  ['word1 word30', ''],
  ['word1500', ''],
  ['word500 word700', ''],
  ['word1 -word2', ''],
  ['"quiet ferry"', ''],
  ['"ferry quiet" word1', ''],
  ['word700 or word900', ''],
  ['word40 section:section-5', `AND "sectionId" = (SELECT id FROM "Section" WHERE slug = 'section-5')`],
  ['word40 before:2026', `AND "firstPublishedAt" < '2026-01-01Z'`],
  [
    'word1300 before:2026-06 after:2026-02',
    `AND "firstPublishedAt" < '2026-06-01Z' AND "firstPublishedAt" >= '2026-02-01Z'`,
  ],
])('%s, newest first, is found whole', async (typed, narrowed) => {
  const query = readSearchQuery({ q: typed, order: 'date' }, 'UTC')
  const found: string[] = []
  const pages = [1, 2, 3, 20]
  for (const page of pages) {
    const { hits } = await recordInto(emptyRecording(), () => searchPublications(query, page))
    found.push(...hits.map(({ article }) => article.id))
  }
  const { rows } = await client.query<{ id: string }>(
    `SELECT "articleId" AS id FROM "Publication" WHERE search @@ websearch_to_tsquery('standfirst', $1) ${narrowed}
     ORDER BY "firstPublishedAt" DESC, "articleId" DESC`,
    [query.words],
  )
  expect(found).toEqual(pages.flatMap((page) => rows.slice((page - 1) * 20, page * 20)).map(({ id }) => id))
  expect(found.length).toBeGreaterThan(0)
})

// That an article has each of them says nothing: what is read to find out has to be little.
test('words next to each other in one old text are found, though every article has each of them', async () => {
  await client.query(`
    UPDATE "Publication" SET words = 'quiet ferry, and the harbour quiet' WHERE slug = 'story-15993'`)
  for (const order of ['relevance', 'date']) {
    const { hits } = await recordInto(emptyRecording(), () => asked({ q: '"harbour quiet"', order }))
    expect(hits.map(({ article }) => article.path.split('/').at(-1))).toEqual(['story-15993'])
  }
})

test('words next to each other in an old headline are found, though thousands of newer articles have each of them', async () => {
  await client.query(`UPDATE "Publication" SET headline = 'The harbour ferry' WHERE slug = 'story-15990'`)
  const { hits } = await recordInto(emptyRecording(), () => asked({ q: '"harbour ferry"' }))
  expect(hits.map(({ article }) => article.path.split('/').at(-1))).toEqual(['story-15990'])
})

test('a publication keeps plans that suit any article, however many there are', async () => {
  const editor = await aPerson('EDITOR')
  const id = await anArticle(editor, { sectionId: (await aSection()).id, slug: newId() })
  await publishNow(editor, id)
  await retype(editor, id, 0, 'Another headline')
  const statements = await statementsOf(() => publishNow(editor, id), READS_AND_WRITES)
  expect(statements.length).toBeGreaterThan(30)
  const problems: string[] = []
  for (const statement of statements) problems.push(...(await readsAllWhateverTheValues(client, statement, full)))
  expect(problems).toEqual([])
})

test('what reads all and what sorts all is found', async () => {
  const all = { text: 'SELECT * FROM "Publication" WHERE headline LIKE $1 ORDER BY words LIMIT 20', values: ['%a%'] }
  const [sorts, reads, ...others] = await planProblems(client, all, { growing, mostSorted })
  expect([sorts, reads]).toEqual([
    expect.stringMatching(/^sorts \d+ rows/),
    expect.stringMatching(/^reads all of Publication/),
  ])
  expect(others).toEqual([])
  expect(await readsAllWhateverTheValues(client, all, growing)).toEqual([expect.stringMatching(/^reads all of Pub/)])
})
