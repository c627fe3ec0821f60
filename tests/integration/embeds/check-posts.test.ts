import { connect } from 'node:net'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { DocumentBody } from '@/components/document/document-body'
import { resolveReferences } from '@/lib/articles/resolve-references'
import * as clock from '@/lib/clock'
import { database } from '@/lib/db/database'
import { type Document, parseDocument } from '@/lib/document/document'
import { fateOfPost } from '@/lib/document/post-fate'
import { schema } from '@/lib/document/schema'
import { capturePost } from '@/lib/embeds/capture-post'
import { checkPosts } from '@/lib/embeds/check-posts'
import { findSeenPost } from '@/lib/embeds/find-seen-post'
import { newId } from '@/lib/ids'
import type { Ways } from '@/lib/outgoing/guarded-fetch'
import type { PersonActor } from '@/lib/policy/actor'
import { installReaderCache } from '@/lib/reader-cache/purge'
import { tag } from '@/lib/reader-cache/tags'
import { anArticle } from '@/tests/support/articles'
import { aDocument, paragraph } from '@/tests/support/documents'
import { aPerson } from '@/tests/support/newsroom-rows'
import { outsideServer } from '@/tests/support/outside-server'

const URL_OF_POST = 'http://social.test/1'
const DAY = 24 * 60 * 60 * 1000

let ada: PersonActor
let outside: Awaited<ReturnType<typeof outsideServer>>
let ways: Ways
let status = 200
let words = 'The ferry sails.'
let robots = ''
let asked: string[] = []
let pauses: number[] = []
let captured: string

beforeAll(async () => {
  ada = await aPerson('EDITOR', 'Ada Writer')
  outside = await outsideServer((request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(robots ? 200 : 404).end(robots)
    asked.push(request.url ?? '')
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
  robots = ''
  await database().postCheck.deleteMany()
  await database().link.deleteMany()
  const fromArticleId = await anArticle(ada)
  await database().link.create({
    data: { id: newId(), layer: 'DRAFT', fromArticleId, kind: 'POST', position: 0, url: URL_OF_POST },
  })
  captured = await capture()
  asked = []
  pauses = []
})

/** The hash that a block which is pasted now gets. */
async function capture(): Promise<string> {
  const post = await capturePost(ada, URL_OF_POST, ways)
  return 'hash' in post ? post.hash : ''
}

/** What is said beside a block with that hash. */
async function fateNow(hash = captured) {
  return fateOfPost(hash, await findSeenPost(ada, URL_OF_POST))
}

function aPostWith(hash: string): Document {
  const post = schema.node('socialPost', { url: URL_OF_POST, hash, author: 'Piet' }, paragraph('The ferry sails.'))
  return parseDocument(aDocument('What people said', post))
}

async function printed(document: Document): Promise<string> {
  const time = { language: 'en-GB', timeZone: 'Europe/London' }
  const printing = { resolved: await resolveReferences(document), time, path: '/news/ferry' }
  return renderToStaticMarkup(createElement(DocumentBody, { document, printing }))
}

async function lookAfter(days: number): Promise<number> {
  vi.spyOn(clock, 'now').mockReturnValue(new Date(Date.now() + days * DAY))
  return checkPosts({ ways, pause: async (milliseconds) => pauses.push(milliseconds) })
}

test('a post is deleted when two looks a day apart find nothing, not before; then pages are drawn again', async () => {
  const purge = vi.fn()
  const uninstall = installReaderCache({ purge, purgeAll: vi.fn(), warm: vi.fn() })
  status = 404
  expect(await lookAfter(0)).toBe(0)
  expect(await lookAfter(1)).toBe(1)
  expect(await fateNow()).toBeNull()
  await lookAfter(1.9)
  expect(await fateNow()).toBeNull()
  expect(purge).not.toHaveBeenCalledWith([tag.post(URL_OF_POST)])
  await lookAfter(3)
  expect(await fateNow()).toMatchObject({ state: 'deleted' })
  expect(purge).toHaveBeenCalledWith([tag.post(URL_OF_POST)])
  status = 503
  await lookAfter(5)
  expect(await fateNow()).toMatchObject({ state: 'deleted' })
  status = 200
  await lookAfter(7)
  expect(await fateNow()).toBeNull()
  uninstall()
})

test('a post with other words than those that were captured is edited', async () => {
  await lookAfter(1)
  expect(await fateNow()).toBeNull()
  words = 'The ferry never sailed.'
  await lookAfter(2)
  expect(await fateNow()).toMatchObject({ state: 'edited' })
})

test('an edit makes what was captured before it out of date, and leaves true what is captured after it', async () => {
  const purge = vi.fn()
  const uninstall = installReaderCache({ purge, purgeAll: vi.fn(), warm: vi.fn() })
  words = 'The ferry never sailed.'
  // Pasting is a look: pages that quote the first words hear of it at once.
  const later = await capture()
  expect(purge).toHaveBeenCalledWith([tag.post(URL_OF_POST)])
  expect(await fateNow()).toMatchObject({ state: 'edited' })
  expect(await fateNow(later)).toBeNull()
  expect(await fateNow('')).toBeNull()
  await lookAfter(1)
  expect(await fateNow()).toMatchObject({ state: 'edited' })
  expect(await fateNow(later)).toBeNull()
  words = 'The ferry sails.'
  await lookAfter(2)
  expect(await fateNow()).toBeNull()
  expect(await fateNow(later)).toMatchObject({ state: 'edited' })
  uninstall()
})

test('readers are told by the block: of two articles that quote a post, only the one with the older words is out of date', async () => {
  const older = aPostWith(captured)
  words = 'The ferry never sailed.'
  const newer = aPostWith(await capture())
  await lookAfter(1)
  expect(await printed(older)).toContain('Since edited')
  expect(await printed(newer)).not.toContain('Since')
})

test('a site is looked at with the pauses that it wishes, and not where it asks robots to stay away', async () => {
  robots = 'User-agent: *\nCrawl-delay: 7\nDisallow: /2'
  const fromArticleId = await anArticle(ada)
  for (const [position, url] of ['http://social.test/2', 'http://social.test/3'].entries()) {
    await database().link.create({
      data: { id: newId(), layer: 'DRAFT', fromArticleId, kind: 'POST', position: position + 1, url },
    })
  }
  expect(await lookAfter(1)).toBe(3)
  expect(pauses).toEqual([7_000, 7_000, 7_000])
  expect(asked.filter((path) => !path.startsWith('/oembed')).sort()).toEqual(['/1', '/3'])
  expect(await lookAfter(1)).toBe(0)
})
