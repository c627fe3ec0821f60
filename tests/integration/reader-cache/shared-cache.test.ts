import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/database'
import type { Banner } from '@/lib/reader-cache/banner'
import { installSharedCache } from '@/lib/reader-cache/purge'
import { recordTags, endsAt as rightUntil } from '@/lib/reader-cache/record'
import { createSharedCache } from '@/lib/reader-cache/shared-cache'
import { tag } from '@/lib/reader-cache/tags'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'
import { outsideServer } from '@/tests/support/outside-server'
import { type FakeNext, type ReaderServer, startReaderServer } from './reader-server'

type Asked = { authorization: string | undefined; all: boolean; tags: string[]; paths: string[] }

const asked: Asked[] = []
/** What the cache in front answers, one after the other; then 204. */
const answers: number[] = []
const front = await outsideServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  asked.push({ authorization: request.headers.authorization, ...JSON.parse(body) })
  response.writeHead(answers.shift() ?? 204).end()
})
afterAll(front.close)

beforeEach(() => {
  asked.length = 0
  answers.length = 0
})

const shared = () =>
  createSharedCache({
    url: `http://127.0.0.1:${front.port}/purge`,
    token: 'a-token-of-the-paper',
    retryMilliseconds: [5, 5],
    againMilliseconds: 10,
  })

describe('The cache in front', () => {
  test('is asked after a publication for exactly the tags of what changed, and again when all is quiet', async () => {
    const editor = await aPerson('EDITOR')
    const section = await aSection()
    const topic = await aTopic()
    const byline = await database().byline.findFirstOrThrow({ where: { personId: editor.id } })
    const id = await anArticle(editor, { sectionId: section.id, topics: [topic.id] })
    const uninstall = installSharedCache(shared())
    const { path } = await publishNow(editor, id).finally(uninstall)
    await expect.poll(() => asked.length).toBe(2)
    const tags = [
      tag.article(id),
      tag.byline(byline.id),
      tag.everything,
      tag.home,
      tag.section(section.id),
      tag.topic(topic.id),
    ].sort()
    const once = { authorization: 'Bearer a-token-of-the-paper', all: false, tags, paths: [path] }
    expect(asked).toEqual([once, once])
  })

  test('that fails is asked again, and nobody waits for it', async () => {
    answers.push(500, 503)
    shared().forget([tag.home], [])
    expect(asked).toEqual([])
    await expect.poll(() => asked.length).toBe(4)
    await sleep(60)
    expect(asked).toHaveLength(4)
    expect(new Set(asked.map((each) => JSON.stringify(each))).size).toBe(1)
  })

  test('that always fails is left alone after a few tries', async () => {
    answers.push(...Array(20).fill(500))
    shared().forgetAll()
    await expect.poll(() => asked.length).toBe(6)
    await sleep(60)
    expect(asked).toHaveLength(6)
    expect(asked[0]).toMatchObject({ all: true, tags: [], paths: [] })
  })
})

describe('What it may keep', () => {
  let server: ReaderServer | undefined
  let banner: Banner | null = null
  afterEach(async () => {
    await server?.close()
    banner = null
  })

  const page: FakeNext = (request, response) => {
    if (request.url !== '/untagged') recordTags('home', 'article:1')
    if (request.url === '/soon') rightUntil(new Date(Date.now() + 60_000))
    if (request.url === '/many') recordTags(...Array.from({ length: 200 }, (_, n) => `article:${n}-and-its-long-id`))
    response.statusCode = request.url === '/none' ? 404 : 200
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<body><div data-banner=""></div>Words</body>')
  }

  async function headers(path: string, isShared = true) {
    server = await startReaderServer(page, { isShared, banner: () => banner })
    return (await server.get(path)).headers
  }

  test('is told by its tags, for ten minutes, and browsers ask each time', async () => {
    expect(await headers('/')).toMatchObject({
      'cache-control': 'public, max-age=0, s-maxage=600, must-revalidate',
      'cdn-cache-control': 'public, max-age=600, stale-while-revalidate=30',
      'cache-tag': 'article:1,breaking,home',
    })
  })

  test.each(['/none', '/soon', '/many', '/untagged'])('is not %s', async (path) => {
    const given = await headers(path)
    expect(given['cache-control']).toBe('public, max-age=0, must-revalidate')
    expect(given).not.toHaveProperty('cache-tag')
    expect(given).not.toHaveProperty('cdn-cache-control')
  })

  test('is nothing where nobody is asked to forget, and nothing with a banner, which ends by itself', async () => {
    expect((await headers('/', false))['cache-control']).toBe('public, max-age=0, must-revalidate')
    await server?.close()
    banner = { path: '/news/bridge', html: '<p>Now</p>', htmlThere: '<p>Now</p>' }
    const given = await headers('/')
    expect(given['cache-control']).toBe('public, max-age=0, must-revalidate')
    expect(given).not.toHaveProperty('cache-tag')
  })
})
