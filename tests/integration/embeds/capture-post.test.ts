import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { capturePost } from '@/lib/embeds/capture-post'
import { NotSignedIn } from '@/lib/errors'
import type { Ways } from '@/lib/outgoing/guarded-fetch'
import type { PersonActor } from '@/lib/policy/actor'
import { aPerson } from '@/tests/support/newsroom-rows'
import { outsideServer } from '@/tests/support/outside-server'

const POST_URL = 'http://social.test/@piet/1'
const ADVERT =
  '<link rel="alternate" type="application/json+oembed" href="/oembed?url=http%3A%2F%2Fsocial.test%2F%40piet%2F1">'

let ada: PersonActor
let outside: Awaited<ReturnType<typeof outsideServer>>
let ways: Ways
let asked: string[] = []
let page = ADVERT
let status = 200
let answer: unknown

beforeAll(async () => {
  ada = await aPerson('EDITOR', 'Ada Writer')
  outside = await outsideServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    if (!path.startsWith('/oembed')) return void response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    const body = typeof answer === 'string' ? answer : JSON.stringify(answer)
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  const testHosts = new Map([['social.test', { address: '127.0.0.1', port: outside.port }]])
  ways = { resolve: async () => [], connect: (host, port) => connect({ host, port }), testHosts }
})

afterAll(() => outside.close())

beforeEach(() => {
  asked = []
  page = ADVERT
  status = 200
  answer = {
    type: 'rich',
    author_name: 'Piet',
    author_url: 'http://social.test/@piet',
    provider_name: 'Tootland',
    html: '<blockquote><p>The ferry sails.</p><p>Again.</p></blockquote><script src="https://evil.test/x.js"></script>',
  }
})

test('a post is captured as text, by what its page says of itself', async () => {
  const post = await capturePost(ada, POST_URL, ways)
  expect(post).toMatchObject({
    kind: 'post',
    author: 'Piet',
    handle: '@piet',
    network: 'Tootland',
    words: 'The ferry sails.\n\nAgain.',
    url: POST_URL,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(JSON.stringify(post)).not.toMatch(/evil|script|</)
  expect(asked).toHaveLength(2)
  expect(asked[1]).toContain('format=json')
})

test.each([
  [404, 'the page does not exist'],
  [410, 'taken away'],
  [500, 'trouble of its own'],
])('an answer of %i is given as a reason in words', async (given, words) => {
  status = given
  expect(await capturePost(ada, POST_URL, ways)).toMatchObject({
    kind: 'unknown',
    reason: expect.stringContaining(words),
    expected: null,
  })
})

test('hostile answers give text or a reason, never mark-up', async () => {
  answer = {
    type: 'rich',
    author_name: 'Piet\n<script>',
    author_url: 'javascript:alert(1)',
    html: '<blockquote><p onclick=evil()>Words<img src=x onerror=evil()><script>evil()</script></p></blockquote>',
  }
  expect(await capturePost(ada, POST_URL, ways)).toMatchObject({ words: 'Words', author: 'Piet <script>' })
  for (const hostile of ['x'.repeat(5_000_000), '[]', '{"type":"rich"', '{"type":{}}', 'null']) {
    answer = hostile
    expect(await capturePost(ada, POST_URL, ways)).toMatchObject({ kind: 'unknown' })
  }
})

test('a page that says nothing of itself, or leads to this machine, is unknown', async () => {
  page = '<title>Ferry</title>'
  expect(await capturePost(ada, POST_URL, ways)).toMatchObject({ kind: 'unknown', expected: null })
  page = `<link rel="alternate" type="application/json+oembed" href="http://127.0.0.1/oembed">`
  expect(await capturePost(ada, POST_URL, ways)).toMatchObject({
    kind: 'unknown',
    reason: 'the address is not on the public web',
  })
  expect(asked).toHaveLength(2)
})

test('a network in the list that does not answer is named, so that its post can be typed in', async () => {
  const nobody: Ways = { ...ways, resolve: async () => [], testHosts: new Map() }
  expect(await capturePost(ada, 'https://x.com/jack/status/20', nobody)).toMatchObject({
    kind: 'unknown',
    network: 'X (formerly Twitter)',
    expected: 'post',
  })
})

test('nobody has our server ask without being signed in', async () => {
  await expect(capturePost({ kind: 'nobody' }, POST_URL, ways)).rejects.toBeInstanceOf(NotSignedIn)
  expect(asked).toEqual([])
})
