import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '@/lib/auth/password'
import { database } from '@/lib/db/database'
import type { PersonActor } from '@/lib/policy/actor'
import { RENDERING } from '@/lib/reader-cache/render'
import { anArticle, publishNow, retype, versionOf } from '@/tests/support/articles'
import { aDocument, linked, readMore } from '@/tests/support/documents'
import { type HttpPerson, signInOverHttp } from '@/tests/support/http-person'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'
import { scratchFolder } from '@/tests/support/scratch-folder'
import { type ServerProcess, startServer } from '@/tests/support/server-process'

// The real app with every kind of page kept: what a publication makes it render again, by its own log.

const PASSWORD = 'a long one for counting what is rendered'
const FEEDS = ['feed.xml', 'atom.xml', 'feed.json']

let server: ServerProcess
let editor: HttpPerson
let author: PersonActor
let section: { id: string; slug: string }
let topic: { id: string; slug: string }
let story: { id: string; path: string }
/** Every public address that this paper has. */
let everything: string[]
/** Those of them that tell of the story, and have to be made anew with it. */
let tellOfIt: string[]
/** Feeds that carry, whole, an article with a card of the story: they say its headline. */
let feedsWithCard: string[]
/** Those that any publication changes: they tell of the whole paper. */
let tellOfAll: string[]

beforeAll(async () => {
  author = await aPerson('EDITOR')
  const other = await aPerson('EDITOR')
  section = await aSection('harbour')
  topic = await aTopic()
  const [otherSection, otherTopic] = [await aSection('hills'), await aTopic()]
  const published = async (
    by: PersonActor,
    here: { id: string },
    about: { id: string },
    document = aDocument(`Story ${Math.random()}`),
  ) => {
    const id = await anArticle(by, { document, sectionId: here.id, topics: [about.id] })
    return { id, path: (await publishNow(by, id)).path }
  }
  const earlier = await published(author, section, topic)
  story = await published(author, section, topic)
  const later = await published(other, section, otherTopic)
  const card = await published(
    other,
    otherSection,
    otherTopic,
    aDocument('It has a card', 'Words.', readMore(story.id)),
  )
  const link = await published(
    other,
    otherSection,
    otherTopic,
    aDocument('It has a link', linked('this', { articleId: story.id })),
  )
  const stranger = await published(other, otherSection, otherTopic)
  await database().person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } })
  server = await startServer({
    folder: join(scratchFolder(), '.data'),
    env: { DATABASE_URL: process.env.DATABASE_URL ?? '', LOG_LEVEL: 'debug' },
  })
  editor = await signInOverHttp(server.url, { email: author.email, password: PASSWORD })
  const withFeeds = (path: string) => [path === '' ? '/' : path, ...FEEDS.map((file) => `${path}/${file}`)]
  const oembed = (path: string) => `/oembed?${new URLSearchParams({ url: server.url + path })}`
  tellOfAll = [
    ...withFeeds(''),
    ...['/sitemap.xml', '/sitemaps/1.xml', '/news-sitemap.xml', '/search?q=story', '/no/such/page'],
  ]
  tellOfIt = [
    ...[story.path, later.path, card.path, link.path, oembed(story.path), `/question/${story.id}/1`],
    ...withFeeds(`/${section.slug}`),
    ...withFeeds(`/topic/${topic.slug}`),
    ...withFeeds(`/author/byline-${author.id}`),
  ]
  const feedsOf = (path: string) => FEEDS.map((file) => `${path}/${file}`)
  feedsWithCard = [`/${otherSection.slug}`, `/topic/${otherTopic.slug}`, `/author/byline-${other.id}`].flatMap(feedsOf)
  everything = [
    ...tellOfAll,
    ...tellOfIt,
    ...[earlier.path, stranger.path, oembed(stranger.path), `/question/${stranger.id}/1`],
    ...withFeeds(`/${otherSection.slug}`),
    ...withFeeds(`/topic/${otherTopic.slug}`),
    ...withFeeds(`/author/byline-${other.id}`),
    ...['/newsletters', '/newsletters/confirmed', '/alerts', '/robots.txt', '/favicon.svg', '/.well-known/tdmrep.json'],
  ]
}, 600_000)

afterAll(() => server?.stop())

async function fetchAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await (await fetch(server.url + path)).arrayBuffer()
}

/** How often the page of each address was rendered while `work` went on, and shortly after. */
async function rendersDuring(work: () => Promise<void>): Promise<Record<string, number>> {
  const before = server.output().length
  await work()
  await sleep(300)
  const counts: Record<string, number> = {}
  for (const line of server.output().slice(before).split('\n')) {
    if (!line.includes(`"msg":"${RENDERING}"`)) continue
    const { path } = JSON.parse(line) as { path: string }
    counts[path] = (counts[path] ?? 0) + 1
  }
  return counts
}

/** As the log writes them: what somebody looks for is not in it, and what is not there is rendered under one name. */
const asLogged = (paths: readonly string[]) =>
  paths.map((path) => (path === '/no/such/page' ? path : path.replace(/q=.*/, 'q=…'))).sort()

async function publish(articleId: string): Promise<void> {
  const answer = await editor.send('POST', `/api/documents/${articleId}/publish`, {
    version: await versionOf(articleId),
  })
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)])
}

async function keepEverything(): Promise<void> {
  await fetchAll(everything)
  await sleep(300)
  expect(await rendersDuring(() => fetchAll(everything))).toEqual({})
}

test('a changed headline renders the pages that show it once each, and no other', async () => {
  await keepEverything()
  await retype(author, story.id, 0, 'A headline that is new')
  const counts = await rendersDuring(async () => {
    await publish(story.id)
    await fetchAll(everything)
  })
  expect(Object.keys(counts).sort()).toEqual(asLogged([...tellOfAll, ...tellOfIt, ...feedsWithCard]))
  expect(Object.entries(counts).filter(([, count]) => count > 1)).toEqual([])
})

test('a new article renders the lists that it stands in once each, and no other article', async () => {
  const id = await anArticle(author, { sectionId: section.id, topics: [topic.id], slug: 'quite-new' })
  await keepEverything()
  const counts = await rendersDuring(async () => {
    await publish(id)
    await fetchAll([...everything, `/${section.slug}/quite-new`])
  })
  const lists = tellOfIt.filter((path) => /^\/(?:harbour(?:\/(?:feed|atom)\.\w+)?|topic\/.*|author\/.*)$/.test(path))
  expect(lists).toHaveLength(12)
  expect(Object.keys(counts).sort()).toEqual(asLogged([...tellOfAll, ...lists, `/${section.slug}/quite-new`]))
  expect(Object.entries(counts).filter(([, count]) => count > 1)).toEqual([])
})

test('two hundred readers at once, right after a publication, wait for one page and get the new one', async () => {
  await keepEverything()
  await retype(author, story.id, 0, 'A headline for many readers')
  const counts = await rendersDuring(async () => {
    await publish(story.id)
    const ask = async (path: string) => (await fetch(server.url + path)).text()
    const paths = [story.path, '/', `/${section.slug}`]
    const pages = await Promise.all(Array.from({ length: 200 }, (_, n) => ask(paths[n % 3] ?? '/')))
    for (const page of pages) expect(page).toContain('A headline for many readers')
  })
  expect([story.path, '/', `/${section.slug}`].map((path) => counts[path])).toEqual([1, 1, 1])
})
