import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import * as clock from '@/lib/clock'
import { database } from '@/lib/db/database'
import { capturePost } from '@/lib/embeds/capture-post'
import { checkPosts } from '@/lib/embeds/check-posts'
import { findPostCheck } from '@/lib/embeds/find-post-check'
import { newId } from '@/lib/ids'
import type { Ways } from '@/lib/outgoing/guarded-fetch'
import type { PersonActor } from '@/lib/policy/actor'
import { installReaderCache } from '@/lib/reader-cache/purge'
import { tag } from '@/lib/reader-cache/tags'
import { anArticle } from '@/tests/support/articles'
import { aPerson } from '@/tests/support/newsroom-rows'
import { outsideServer } from '@/tests/support/outside-server'

const URL_OF_POST = 'http://social.test/1'
const DAY = 24 * 60 * 60 * 1000

let ada: PersonActor
let outside: Awaited<ReturnType<typeof outsideServer>>
let ways: Ways
let status = 200
let words = 'The ferry sails.'

beforeAll(async () => {
  ada = await aPerson('EDITOR', 'Ada Writer')
  outside = await outsideServer((request, response) => {
    if (!request.url?.startsWith('/oembed')) {
      const link = '<link rel="alternate" type="application/json+oembed" href="/oembed">'
      return void response.writeHead(status, { 'content-type': 'text/html' }).end(link)
    }
    const html = `<blockquote><p>${words}</p></blockquote>`
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ type: 'rich', html }))
  })
  const testHosts = new Map([['social.test', { address: '127.0.0.1', port: outside.port }]])
  ways = { resolve: async () => [], connect: (host, port) => connect({ host, port }), testHosts }
})

afterAll(() => outside.close())

beforeEach(async () => {
  vi.restoreAllMocks()
  status = 200
  words = 'The ferry sails.'
  await database().postCheck.deleteMany()
  await database().link.deleteMany()
  const fromArticleId = await anArticle(ada)
  await database().link.create({
    data: { id: newId(), layer: 'DRAFT', fromArticleId, kind: 'POST', position: 0, url: URL_OF_POST },
  })
  await capturePost(ada, URL_OF_POST, ways)
})

async function lookAfter(days: number): Promise<number> {
  vi.spyOn(clock, 'now').mockReturnValue(new Date(Date.now() + days * DAY))
  return checkPosts(ways)
}

test('a post is deleted when two looks a day apart find nothing, not before; then pages are drawn again', async () => {
  const purge = vi.fn()
  const uninstall = installReaderCache({ purge, purgeAll: vi.fn(), warm: vi.fn() })
  status = 404
  expect(await lookAfter(0)).toBe(0)
  expect(await lookAfter(1)).toBe(1)
  expect(await findPostCheck(ada, URL_OF_POST)).toBeNull()
  await lookAfter(1.9)
  expect(await findPostCheck(ada, URL_OF_POST)).toBeNull()
  expect(purge).not.toHaveBeenCalledWith([tag.post(URL_OF_POST)])
  await lookAfter(3)
  expect(await findPostCheck(ada, URL_OF_POST)).toMatchObject({ state: 'deleted' })
  expect(purge).toHaveBeenCalledWith([tag.post(URL_OF_POST)])
  status = 503
  await lookAfter(5)
  expect(await findPostCheck(ada, URL_OF_POST)).toMatchObject({ state: 'deleted' })
  status = 200
  await lookAfter(7)
  expect(await findPostCheck(ada, URL_OF_POST)).toBeNull()
  uninstall()
})

test('a post with other words than those that were captured is edited', async () => {
  await lookAfter(1)
  expect(await findPostCheck(ada, URL_OF_POST)).toBeNull()
  words = 'The ferry never sailed.'
  await lookAfter(2)
  expect(await findPostCheck(ada, URL_OF_POST)).toMatchObject({ state: 'edited' })
})
