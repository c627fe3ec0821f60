import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { saveField } from '@/lib/articles/save-field'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { endBreaking } from '@/lib/breaking/end-breaking'
import { followBreaking } from '@/lib/breaking/follow-breaking'
import { startBreaking } from '@/lib/breaking/start-breaking'
import { database } from '@/lib/db/database'
import { createHub } from '@/lib/db/listen'
import type { PersonActor } from '@/lib/policy/actor'
import { BANNER_PLACE } from '@/lib/reader-cache/banner'
import { followPurges } from '@/lib/reader-cache/purge'
import { answerStatus, recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { type FakeNext, startReaderServer } from '../reader-cache/reader-server'

const words = 'Words that fill the page, again and again. '.repeat(60)
const ending: (() => Promise<void> | void)[] = []
let editor: PersonActor
let articleId: string
let path: string

beforeEach(async () => {
  const section = await aSection()
  editor = await aPerson('EDITOR')
  articleId = await anArticle(editor, { sectionId: section.id })
  path = (await publishNow(editor, articleId)).path
})

afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
  await database().breakingAlert.deleteMany()
})

/** A process of its own: a server, a cache, a banner, a connection that listens. */
async function startProcess() {
  const next: FakeNext = (request, response) => {
    recordTags(tag.home)
    if (request.url === '/-' || request.url === '/news/missing') answerStatus(404)
    if (request.url === '/news/gone') answerStatus(410)
    const isPage = request.url !== '/feed.xml'
    response.setHeader('Content-Type', isPage ? 'text/html; charset=utf-8' : 'application/atom+xml')
    response.end(`<body>${isPage ? BANNER_PLACE : ''}<h1>News</h1><p>${words} &lt;div data-banner=""&gt;</p></body>`)
  }
  const breaking = followBreaking()
  const server = await startReaderServer(next, { banner: breaking.current })
  const hub = createHub(() => process.env.DATABASE_URL ?? '')
  const { stop, begun } = followPurges(breaking, hub)
  ending.push(
    () => hub.close(),
    () => server.close(),
    breaking.stop,
    stop,
  )
  await begun
  const text = async (at = '/') => (await server.get(at)).text
  return { ...server, text }
}

const press = (text = 'Bridge closed <now> & "later"') =>
  startBreaking(editor, { articleId, text, minutes: 30, isAlerting: false })
const banner = /<aside class="breaking" aria-label="Breaking news">.*?<\/aside>/

describe('The banner', () => {
  test('stands in kept pages of every process within a second of the press, and no page is rendered for it', async () => {
    const [one, two] = [await startProcess(), await startProcess()]
    const before = [await one.text(), await two.text()]
    expect(before[0]).toContain(BANNER_PLACE)
    await press()
    for (const each of [one, two]) {
      await vi.waitFor(async () => expect(await each.text()).toMatch(banner), { timeout: 1_000, interval: 10 })
      expect(await each.text()).toContain(`<a href="${path}">Bridge closed &lt;now&gt; &amp; &quot;later&quot;</a>`)
    }
    await endBreaking(editor, { articleId })
    for (const each of [one, two])
      await vi.waitFor(async () => expect(await each.text()).not.toMatch(banner), { timeout: 1_000, interval: 10 })
    expect([await one.text(), await two.text()]).toEqual(before)
    expect([one.arrived.length, two.arrived.length]).toEqual([1, 1])
  })

  test('has an ETag of its own in each encoding, and a reader who has just this page gets 304', async () => {
    const one = await startProcess()
    const plainTag = (await one.get('/')).headers.etag
    await press()
    await vi.waitFor(async () => expect(await one.text()).toMatch(banner), { interval: 10 })
    const tags = new Set([plainTag])
    for (const [encoding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
      ['identity', (bytes: Buffer) => bytes],
    ] as const) {
      const answer = await one.get('/', { 'accept-encoding': encoding })
      expect(unpack(answer.bytes).toString()).toMatch(banner)
      expect(Number(answer.headers['content-length'])).toBe(answer.bytes.length)
      expect(answer.headers.vary).toBe('Accept-Encoding')
      expect(
        (await one.get('/', { 'accept-encoding': encoding, 'if-none-match': answer.headers.etag ?? '' })).status,
      ).toBe(304)
      tags.add(answer.headers.etag)
    }
    expect(tags.size).toBe(4)
    expect((await one.get('/', { 'if-none-match': plainTag ?? '' })).status).toBe(200)
    await endBreaking(editor, { articleId })
    await vi.waitFor(async () => expect(await one.text()).not.toMatch(banner), { interval: 10 })
    expect((await one.get('/', { 'if-none-match': plainTag ?? '' })).status).toBe(304)
  })

  test('stands on pages that were not found or are gone, in no feed, and without its link on the page that it leads to', async () => {
    const one = await startProcess()
    await press('Bridge closed')
    await vi.waitFor(async () => expect(await one.text()).toMatch(banner), { interval: 10 })
    for (const at of ['/news/missing', '/news/gone', '/search?q=x']) expect(await one.text(at)).toMatch(banner)
    const feed = await one.get('/feed.xml')
    expect(feed.text).not.toContain('Bridge closed')
    const own = await one.text(path)
    expect(own).toMatch(banner)
    expect(own).not.toContain(`href="${path}"`)
    expect(await one.text(`${path}?page=2`)).not.toContain(`href="${path}"`)
  })

  test('ends at its time by the clock of the database, whatever this machine thinks the time is', async () => {
    const one = await startProcess()
    await press()
    await vi.waitFor(async () => expect(await one.text()).toMatch(banner), { interval: 10 })
    await database().$executeRaw`UPDATE "BreakingAlert" SET "until" = clock_timestamp() + interval '2 seconds'`
    vi.useFakeTimers({ now: Date.now() - 3_600_000, toFake: ['Date'] })
    ending.push(() => {
      vi.useRealTimers()
    })
    await database().$executeRaw`SELECT pg_notify('standfirst_purge', '["breaking"]')`
    const left = async () => {
      const rows = await database().$queryRaw<{ left: number }[]>`
        SELECT extract(epoch FROM "until" - clock_timestamp())::float8 AS left FROM "BreakingAlert"`
      return rows[0]?.left ?? 0
    }
    expect(await one.text()).toMatch(banner)
    const seenWith: number[] = []
    let before = await left()
    while (banner.test(await one.text())) {
      seenWith.push(before)
      before = await left()
    }
    // Nobody who asked after its end saw it, and nobody who asked long before missed it.
    expect(Math.min(...seenWith)).toBeGreaterThan(0)
    expect(before).toBeLessThan(0.5)
    expect(one.arrived.length).toBe(1)
  })

  test('follows the article to its new address, and goes with it', async () => {
    const one = await startProcess()
    await press('Bridge closed')
    await vi.waitFor(async () => expect(await one.text()).toContain(`href="${path}"`), { interval: 10 })
    await saveField(editor, { articleId, field: 'slug', value: `moved-${articleId}`, baseVersion: 0 })
    const moved = (await publishNow(editor, articleId)).path
    expect(moved).not.toBe(path)
    await vi.waitFor(async () => expect(await one.text()).toContain(`href="${moved}"`), { interval: 10 })
    await unpublishArticle(editor, { articleId, reason: 'It was wrong.' })
    await vi.waitFor(async () => expect(await one.text()).not.toMatch(banner), { timeout: 1_000, interval: 10 })
  })

  test('is there from the start in a process that starts later', async () => {
    await press()
    const one = await startProcess()
    await vi.waitFor(async () => expect(await one.text()).toMatch(banner), { interval: 10 })
  })
})
