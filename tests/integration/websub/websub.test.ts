import { connect } from 'node:net'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { feedResponse } from '@/components/site/responses'
import { killArticle } from '@/lib/articles/kill-article'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { env } from '@/lib/env'
import { Forbidden } from '@/lib/errors'
import type { FeedFormat } from '@/lib/feeds/tombstones'
import type { PersonActor } from '@/lib/policy/actor'
import { askHub } from '@/lib/websub/ask-hub'
import { listHubFailures } from '@/lib/websub/list-hub-failures'
import { tellHub } from '@/lib/websub/tell-hub'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'
import { outsideServer } from '@/tests/support/outside-server'

const HUB = 'https://hub.test/'
const FILES = ['atom.xml', 'feed.json', 'feed.xml']

/** What the hub was told, as it stood in the requests. */
const told: URLSearchParams[] = []
let status = 202
const hub = await outsideServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  told.push(new URLSearchParams(body))
  response.writeHead(status).end()
})
afterAll(hub.close)

let editor: PersonActor
let section: { id: string; slug: string }

beforeEach(async () => {
  editor = await aPerson('EDITOR')
  section = await aSection()
  await setHub(HUB)
  await database().feedChange.deleteMany()
  await database().hubNotice.deleteMany()
  told.length = 0
  status = 202
})

async function setHub(value: string): Promise<void> {
  const key = 'paper.hub'
  await database().setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}

/** Runs the job; the hub that the paper named is the server of this test, which has no certificate. */
function run(port = hub.port): Promise<number> {
  const testHosts = new Map([['hub.test', { address: '127.0.0.1', port }]])
  const ways = {
    resolve: async () => [],
    connect: (host: string, to: number) => connect({ host, port: to }),
    testHosts,
  }
  return tellHub((address, topic) => askHub(address.replace('https:', 'http:'), topic, ways))
}

/** The paths of the feeds that the hub was told of since the last look. */
function topics(): string[] {
  const all = told.splice(0).map((form) => form.get('hub.url') ?? '')
  for (const topic of all) expect(topic.startsWith(env().SITE_URL)).toBe(true)
  return all.map((topic) => topic.slice(env().SITE_URL.length)).sort()
}

const feedsOf = (...pages: string[]) => pages.flatMap((page) => FILES.map((file) => `${page}/${file}`)).sort()

/** As if what was told had been told long ago. */
async function later(): Promise<void> {
  await database().$executeRaw`UPDATE "HubNotice" SET "toldAt" = "toldAt" - interval '1 hour',
    "nextTryAt" = "nextTryAt" - interval '1 hour'`
}

describe('The hub', () => {
  test('is told once of each feed that a publication changed, and of no other', async () => {
    const above = await aSection()
    await database().section.update({ where: { id: section.id }, data: { parentId: above.id } })
    const topic = await aTopic()
    const id = await anArticle(editor, { sectionId: section.id, topics: [topic.id] })
    expect(await run()).toBe(0)
    await publishNow(editor, id)
    const pages = ['', `/${section.slug}`, `/${above.slug}`, `/topic/${topic.slug}`, `/author/byline-${editor.id}`]
    expect(await run()).toBe(15)
    expect(told[0]?.get('hub.mode')).toBe('publish')
    expect(told[0]?.get('hub.topic')).toBe(told[0]?.get('hub.url'))
    expect(topics()).toEqual(feedsOf(...pages))
    expect(await run()).toBe(0)

    await later()
    await unpublishArticle(editor, { articleId: id, reason: 'Under review.' })
    await run()
    expect(topics()).toEqual(feedsOf(...pages))
    await later()
    await killArticle(editor, { articleId: id, reason: 'It was wrong.' })
    await run()
    expect(topics()).toEqual(feedsOf(...pages))
  })

  test('is told once of what many publications changed, and not again at once', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => anArticle(editor, { sectionId: section.id })))
    await Promise.all(ids.map((id) => publishNow(editor, id)))
    const pages = ['', `/${section.slug}`, `/author/byline-${editor.id}`]
    await run()
    expect(topics()).toEqual(feedsOf(...pages))
    await publishNow(editor, await anArticle(editor, { sectionId: section.id }))
    await run()
    expect(topics()).toEqual([])
    await later()
    await run()
    expect(topics()).toEqual(feedsOf(...pages))
  })

  test('hears nothing of what was not published', async () => {
    const id = await anArticle(editor, { sectionId: section.id })
    await database().article.update({ where: { id }, data: { embargoUntil: new Date(Date.now() + 3_600_000) } })
    await expect(publishNow(editor, id)).rejects.toThrow()
    await run()
    expect(topics()).toEqual([])
  })

  test('that fails is asked again, and administrators read why; one that refuses is not', async () => {
    await publishNow(editor, await anArticle(editor, { sectionId: section.id }))
    status = 503
    expect(await run()).toBe(0)
    expect(topics()).toEqual(feedsOf('', `/${section.slug}`, `/author/byline-${editor.id}`))
    const administrator = await aPerson('ADMINISTRATOR')
    const failures = await listHubFailures(administrator)
    expect(failures).toHaveLength(9)
    expect(failures[0]).toMatchObject({ why: 'The hub answered 503.', isGivenUp: false })
    await expect(listHubFailures(await aPerson('REPORTER'))).rejects.toThrow(Forbidden)
    // Not before its time.
    expect(await run()).toBe(0)
    expect(topics()).toEqual([])
    await later()
    status = 403
    await run()
    expect(topics()).toHaveLength(9)
    expect((await listHubFailures(administrator))[0]).toMatchObject({ isGivenUp: true })
    await later()
    await run()
    expect(topics()).toEqual([])
    // The next change is worth another try.
    status = 202
    await publishNow(editor, await anArticle(editor, { sectionId: section.id }))
    expect(await run()).toBe(9)
    expect(await listHubFailures(administrator)).toEqual([])
  })

  test('that cannot be reached is asked once in each run, and not for ever', async () => {
    await publishNow(editor, await anArticle(editor, { sectionId: section.id }))
    const closed = await outsideServer(() => undefined)
    await closed.close()
    for (let runs = 0; runs < 100; runs += 1) {
      await run(closed.port)
      await later()
    }
    const rows = await database().hubNotice.findMany()
    expect(rows.map(({ attempts }) => attempts)).toEqual(Array(9).fill(8))
    expect(rows.every(({ nextTryAt }) => nextTryAt === null)).toBe(true)
    expect(rows[0]?.failure).toBe('The hub did not answer: it could not be reached.')
  })

  test('that is none any more leaves nothing behind', async () => {
    const id = await anArticle(editor, { sectionId: section.id })
    await publishNow(editor, id)
    await setHub('')
    await publishNow(editor, await anArticle(editor, { sectionId: section.id }))
    expect(await database().feedChange.count()).toBe(1)
    expect(await run()).toBe(0)
    expect(await database().feedChange.count()).toBe(0)
    expect(topics()).toEqual([])
  })
})

test.each([
  ['rss', 'feed.xml'],
  ['atom', 'atom.xml'],
  ['json', 'feed.json'],
] as const)('a feed says where it is and who tells of it: %s', async (format: FeedFormat, file) => {
  const self = `${env().SITE_URL}/${section.slug}/${file}`
  const read = async () => {
    const response = await feedResponse(format, { kind: 'section', slug: section.slug })
    return { link: response.headers.get('Link'), text: await response.text() }
  }
  const { link, text } = await read()
  expect(link).toBe(`<${self}>; rel="self", <${HUB}>; rel="hub"`)
  expect(text).toContain(self)
  if (format === 'json') expect(JSON.parse(text)).toMatchObject({ hubs: [{ type: 'WebSub', url: HUB }] })
  else expect(text).toMatch(/<(?:atom:)?link href="https:\/\/hub\.test\/" rel="hub"\/>/)
  await setHub('')
  const without = await read()
  expect(without.link).toBe(`<${self}>; rel="self"`)
  expect(without.text).not.toContain('hub')
})
