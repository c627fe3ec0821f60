import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { installReaderCache, purgeLocally } from '@/lib/reader-cache/purge'
import { answerMoved, answerStatus, endsAt, recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { type FakeNext, type ReaderServer, startReaderServer } from './reader-server'

const flight = '<script>(self.__next_f=self.__next_f||[]).push([1,"flight-canary"])</script>'
const words = 'Words that fill the page, again and again. '.repeat(40)

let headline = 'First headline'
let server: ReaderServer | undefined
let holdBack: Promise<void> | undefined

/** Answers as Next would: HTML in pieces, tags recorded deep inside and late, flight data when it is asked for. */
const next: FakeNext = async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://x')
  if (request.headers.rsc || request.url?.includes('_rsc'))
    return answer(response, 200, 'text/x-component', 'flight-canary')
  if (pathname === '/throws') {
    await sleep(20)
    throw new Error('the page failed')
  }
  if (pathname === '/fails') return answer(response, 500, 'text/html', '<html id="__next_error__"></html>')
  if (pathname === '/feed.xml') {
    recordTags(tag.everything)
    return answer(response, 200, 'application/atom+xml; charset=utf-8', `<feed>${words}</feed>`)
  }
  if (pathname === '/desk')
    return answer(response, 200, 'text/html', `<p>desk of ${request.headers.cookie ?? 'nobody'}</p>${flight}`)
  if (pathname === '/long') return writeAsRoomAllows(response)
  if (pathname.startsWith('/_next/static/')) {
    return pathname.endsWith('.js')
      ? answer(response, 200, 'application/javascript', `/* ${words} */`)
      : answer(response, 404, 'text/html', 'none')
  }
  await page(pathname, response)
}

async function page(pathname: string, response: ServerResponse): Promise<void> {
  response.setHeader('Cache-Control', 'private, no-cache, no-store')
  response.setHeader('Vary', 'rsc, next-router-state-tree')
  if (pathname === '/cookie') response.setHeader('Set-Cookie', 'session=reader')
  const text = headline
  await sleep(1)
  recordTags(tag.article('a1'), tag.home)
  if (pathname === '/news/missing' || pathname === '/-') answerStatus(404)
  if (pathname === '/news/gone') answerStatus(410)
  if (pathname === '/news/old') answerMoved('/news/new')
  if (pathname === '/news/brief') endsAt(new Date(Date.now() + 150))
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
  response.write(
    `<!DOCTYPE html><html><head><script src="/_next/static/x.js" async=""></script><title>${text}</title></head>`,
  )
  await holdBack
  const suspended = pathname === '/suspended' ? '<!--$?--><template id="B:0"></template><!--/$-->' : ''
  response.end(`<body><h1>${text}<!-- --></h1>${suspended}<p>${words}</p>${flight}</body></html>`)
}

async function writeAsRoomAllows(response: ServerResponse): Promise<void> {
  recordTags(tag.home)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  for (let piece = 0; piece < 50; piece += 1) {
    if (!response.write(words.repeat(10))) await once(response, 'drain')
  }
  response.end()
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.statusCode = status
  response.setHeader('Content-Type', type)
  response.end(body)
}

async function start(options?: { siteUrl?: string; trustedProxies?: number }): Promise<ReaderServer> {
  server = await startReaderServer(next, options)
  return server
}

afterEach(async () => {
  await server?.close()
  server = undefined
  holdBack = undefined
  headline = 'First headline'
})

describe('a page for readers', () => {
  it('is rendered once and then answered from memory, to the byte', async () => {
    const { get, arrived } = await start()
    const first = await get('/news/one')
    const second = await get('/news/one')
    expect(first.status).toBe(200)
    expect(second.bytes.equals(first.bytes)).toBe(true)
    expect(arrived.length).toBe(1)
    expect(first.headers['content-length']).toBe(String(first.bytes.length))
  })

  it('may be long', async () => {
    const { get } = await start()
    expect((await get('/long')).bytes.length).toBe(words.length * 500)
  })

  it('is rendered once however many ask at once', async () => {
    const { get, arrived } = await start()
    await Promise.all(Array.from({ length: 20 }, () => get('/news/one')))
    expect(arrived.length).toBe(1)
  })

  it('carries nothing of the framework', async () => {
    const { get } = await start()
    const { text } = await get('/news/one')
    expect(text).toContain('<h1>First headline</h1>')
    expect(text).not.toMatch(/<script|flight-canary|<!--/)
  })

  it('comes in brotli, gzip or plain, each with its own ETag', async () => {
    const { get } = await start()
    const plain = await get('/news/one')
    const zipped = await get('/news/one', { 'accept-encoding': 'gzip, deflate' })
    const brotli = await get('/news/one', { 'accept-encoding': 'gzip, deflate, br, zstd' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(gunzipSync(zipped.bytes).equals(plain.bytes)).toBe(true)
    expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true)
    expect(new Set([plain, zipped, brotli].map((one) => one.headers.etag)).size).toBe(3)
    for (const one of [plain, zipped, brotli]) {
      expect(one.headers.vary).toBe('Accept-Encoding')
      expect(one.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    }
  })

  it.each([
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0.1', 'gzip'],
    ['*', 'br'],
    ['identity', undefined],
    ['gzip;q=0', undefined],
    [';;;,', undefined],
  ])('for who accepts %j comes in %s', async (accepted, encoding) => {
    const { get } = await start()
    await get('/news/one')
    expect((await get('/news/one', { 'accept-encoding': accepted })).headers['content-encoding']).toBe(encoding)
  })

  it('is not sent again to who has it', async () => {
    const { get } = await start()
    const { headers } = await get('/news/one', { 'accept-encoding': 'br' })
    const etag = String(headers.etag)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/news/one', { 'accept-encoding': 'br', 'if-none-match': known })
      expect(again.status).toBe(304)
      expect(again.bytes.length).toBe(0)
      expect(again.headers).toMatchObject({ etag, vary: 'Accept-Encoding', 'cache-control': headers['cache-control'] })
    }
    expect((await get('/news/one', { 'if-none-match': '"other"' })).status).toBe(200)
    headline = 'Second headline'
    server?.cache.purge([tag.home])
    expect((await get('/news/one', { 'if-none-match': etag })).status).toBe(200)
  })

  it('answers HEAD like GET without the body', async () => {
    const { get, arrived } = await start()
    const head = await get('/news/one', { 'accept-encoding': 'br' }, 'HEAD')
    const whole = await get('/news/one', { 'accept-encoding': 'br' })
    expect(head.bytes.length).toBe(0)
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' })
    expect(arrived.map((one) => one.method)).toEqual(['GET'])
  })

  it('ends when it said that it would', async () => {
    const { get, arrived } = await start()
    await get('/news/brief')
    await get('/news/brief')
    expect(arrived.length).toBe(1)
    await sleep(200)
    await get('/news/brief')
    expect(arrived.length).toBe(2)
  })

  it('is answered and not kept when it needs scripts to be whole', async () => {
    const { get, arrived } = await start()
    expect((await get('/suspended')).status).toBe(200)
    await get('/suspended')
    expect(arrived.length).toBe(2)
  })
})

describe('what a page says about itself', () => {
  it.each([
    ['/news/missing', 404],
    ['/news/gone', 410],
  ])('%s is %i with its own page, and kept', async (path, status) => {
    const { get, arrived } = await start()
    const first = await get(path)
    expect(first.status).toBe(status)
    expect(first.text).toContain('<h1>First headline</h1>')
    expect((await get(path, { 'if-none-match': String(first.headers.etag) })).status).toBe(status)
    expect(arrived.length).toBe(1)
  })

  it('that it has moved is one 301, and kept', async () => {
    const { get, arrived } = await start()
    const first = await get('/news/old')
    expect([first.status, first.headers.location]).toEqual([301, '/news/new'])
    expect(first.text).not.toContain('headline')
    await get('/news/old')
    expect(arrived.length).toBe(1)
  })

  it('a page that was not found is found as soon as anything is published', async () => {
    const { get, arrived, cache } = await start()
    await get('/news/missing')
    cache.purge([tag.everything])
    await get('/news/missing')
    expect(arrived.length).toBe(2)
  })
})

describe('a failure', () => {
  it.each(['/throws', '/fails'])('of %s is a plain page with 500, and not kept', async (path) => {
    const { get, arrived } = await start()
    const first = await get(path)
    expect(first.status).toBe(500)
    expect(first.text).toContain('cannot be shown right now')
    expect(first.text).not.toContain('the page failed')
    expect(first.headers['cache-control']).toBe('no-store')
    expect(first.headers['x-content-type-options']).toBe('nosniff')
    await get(path)
    expect(arrived.length).toBe(2)
  })

  it('is told to all who waited', async () => {
    const { get, arrived } = await start()
    const all = await Promise.all([get('/throws'), get('/throws'), get('/throws')])
    expect(all.map((one) => one.status)).toEqual([500, 500, 500])
    expect(arrived.length).toBe(1)
  })
})

describe('a purge', () => {
  it('makes the very next answer a fresh one', async () => {
    const { get, cache } = await start()
    const uninstall = installReaderCache(cache)
    expect((await get('/news/one')).text).toContain('First headline')
    headline = 'Second headline'
    purgeLocally([tag.article('a1')])
    expect((await get('/news/one')).text).toContain('Second headline')
    uninstall()
  })

  it('while a page is rendered: that page is answered, not kept, and nobody joins it', async () => {
    const { get, cache } = await start()
    let goOn: () => void = () => undefined
    holdBack = new Promise((resolve) => {
      goOn = resolve
    })
    const before = get('/news/one')
    await sleep(20)
    headline = 'Second headline'
    cache.purge([tag.article('a1')])
    const after = get('/news/one')
    await sleep(20)
    goOn()
    expect((await before).text).toContain('First headline')
    expect((await after).text).toContain('Second headline')
    expect((await get('/news/one')).text).toContain('Second headline')
  })

  it('leaves no cold page behind', async () => {
    const { get, cache, arrived } = await start()
    await get('/news/one')
    headline = 'Second headline'
    cache.purge([tag.home])
    await expect.poll(() => cache.find('/news/one')).toBeDefined()
    expect((await get('/news/one')).text).toContain('Second headline')
    expect(arrived.length).toBe(2)
  })

  it('prepares pages that nobody has asked for yet', async () => {
    const { cache } = await start()
    const uninstall = installReaderCache(cache)
    purgeLocally([], ['/news/new'])
    await expect.poll(() => cache.find('/news/new')).toBeDefined()
    uninstall()
  })
})

describe('nothing of one reader reaches another', () => {
  const odd: Record<string, string>[] = [
    { cookie: 'session=secret' },
    { authorization: 'Bearer secret' },
    { RSC: '1' },
    { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree', 'Next-Url': '/desk' },
    { 'Next-Router-State-Tree': '%5B%22%22%5D' },
    { 'x-middleware-prefetch': '1', 'x-middleware-subrequest': 'middleware:middleware', 'x-nextjs-data': '1' },
    { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'gopher', 'x-forwarded-for': '6.6.6.6' },
    { 'x-matched-path': '/desk', 'x-now-route-matches': '1', 'next-resume': '1' },
    { host: 'evil.test' },
    {
      accept: 'text/x-component',
      'user-agent': 'Odd',
      'accept-language': 'xx',
      range: 'bytes=0-1',
      'if-modified-since': 'x',
    },
  ]

  it('whatever the first one sends, the page is the same to the byte and the renderer sees none of it', async () => {
    const { get, arrived, cache } = await start()
    const plain = await get('/news/one')
    for (const headers of odd) {
      cache.purgeAll()
      const first = await get('/news/one', headers)
      expect(first.status).toBe(200)
      expect(first.bytes.equals(plain.bytes)).toBe(true)
    }
    for (const { headers } of arrived) {
      expect(headers).toEqual({
        host: 'paper.test',
        accept: 'text/html',
        'user-agent': expect.stringContaining('standfirst'),
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-host': 'paper.test',
        'x-forwarded-proto': 'http',
      })
    }
  })

  it.each([
    '/news/one?_rsc=1',
    '/news/one?_rsc',
    '/news/one?%5Frsc=1',
    '/news/one?nxtPslug=desk',
    '/news/one?x=1&page=1',
  ])('%s is the page without the parameter', async (path) => {
    const { get, arrived } = await start()
    const plain = await get('/news/one')
    const other = await get(path, { RSC: '1' })
    expect(other.bytes.equals(plain.bytes)).toBe(true)
    expect(arrived.length).toBe(1)
  })

  it.each([
    '/news/one.rsc',
    '/desk.rsc',
    '/news.segments/_tree.segment.rsc',
    '/news/%2e%2e/desk',
    '//desk',
    '/Desk',
    '/desk%2f',
    '/desk%00',
  ])('%s is the page for what does not exist, and the newsroom is not asked', async (path) => {
    const { get, arrived } = await start()
    const { status, text } = await get(path, { RSC: '1', cookie: 'session=editor' })
    expect(status).toBe(404)
    expect(text).not.toContain('flight-canary')
    expect(arrived.map((one) => one.url)).toEqual(['/-'])
  })

  it('a cookie that a page sets is dropped', async () => {
    const { get } = await start()
    for (const { headers, status } of [await get('/cookie'), await get('/cookie')]) {
      expect(status).toBe(200)
      expect(headers['set-cookie']).toBeUndefined()
    }
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s to a page for readers goes nowhere', async (method) => {
    const { get, arrived } = await start()
    const { status, headers } = await get('/news/one', { 'next-action': 'x', rsc: '1' }, method)
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
    expect(arrived.length).toBe(0)
  })

  it('an address that is written oddly is sent to the one that there is', async () => {
    const { get, arrived } = await start()
    const { status, headers } = await get('/News/One/?page=3&x=1')
    expect([status, headers.location]).toEqual([301, '/news/one?page=3'])
    expect(arrived.length).toBe(0)
  })
})

describe('the newsroom', () => {
  it('is never kept, keeps its cookie and its scripts', async () => {
    const { get, arrived } = await start()
    const one = await get('/desk', { cookie: 'session=1' })
    const two = await get('/desk', { cookie: 'session=2' })
    expect([one.text, two.text]).toEqual([`<p>desk of session=1</p>${flight}`, `<p>desk of session=2</p>${flight}`])
    expect(arrived.length).toBe(2)
    expect(one.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex',
    })
    expect(one.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  it('does not hear what only the framework or a proxy may say', async () => {
    const { get, arrived } = await start()
    await get('/desk', {
      'x-middleware-subrequest': 'middleware:middleware:middleware',
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil.test',
      'x-standfirst-address': '6.6.6.6',
      'x-real-ip': '6.6.6.6',
      forwarded: 'for=6.6.6.6',
      'x-matched-path': '/admin',
      'content-security-policy': "script-src 'nonce-known'",
      'content-security-policy-report-only': "script-src 'nonce-known'",
      rsc: '1',
    })
    const headers = arrived[0]?.headers ?? {}
    expect(Object.values(headers)).not.toContain('6.6.6.6')
    expect(headers['x-standfirst-address']).toBe('127.0.0.1')
    // From its policy the framework takes the nonce of its scripts: ours alone.
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='/)
    expect(Object.keys(headers).sort()).toEqual([
      'connection',
      'content-security-policy',
      'host',
      'rsc',
      'x-forwarded-for',
      'x-standfirst-address',
    ])
  })

  it('believes the proxies that are ours about whom they heard from, and nothing further back', async () => {
    const { get, arrived } = await start({ trustedProxies: 1 })
    await get('/desk', {
      'x-forwarded-for': '6.6.6.6, 203.0.113.7',
      'x-forwarded-host': 'paper.test',
      'x-forwarded-proto': 'https',
    })
    expect(arrived[0]?.headers).toMatchObject({
      'x-standfirst-address': '203.0.113.7',
      'x-forwarded-host': 'paper.test',
      'x-forwarded-proto': 'https',
    })
  })
})

describe('files', () => {
  it('a feed is kept and compressed like a page', async () => {
    const { get, arrived } = await start()
    const feed = await get('/feed.xml', { 'accept-encoding': 'br' })
    await get('/feed.xml')
    expect(feed.headers).toMatchObject({
      'content-type': 'application/atom+xml; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'public, max-age=0, must-revalidate',
    })
    expect(arrived.length).toBe(1)
  })

  it('a file of the build is compressed once and good for ever; one that is not there is not', async () => {
    const { get, arrived } = await start()
    const file = await get('/_next/static/a.js?x=1', { 'accept-encoding': 'gzip', cookie: 'session=1' })
    expect(file.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    await get('/_next/static/a.js')
    expect(arrived.length).toBe(1)
    expect(arrived[0]?.headers.cookie).toBeUndefined()
    const none = await get('/_next/static/none.css')
    expect([none.status, none.headers['cache-control']]).toEqual([404, 'public, max-age=0, must-revalidate'])
  })
})

describe('headers of safety', () => {
  it.each([
    '/news/one',
    '/news/missing',
    '/news/gone',
    '/news/old',
    '/throws',
    '/feed.xml',
    '/desk',
    '/News',
    '/desk.rsc',
  ])('stand on %s', async (path) => {
    const { get } = await start({ siteUrl: 'https://paper.test' })
    const { headers } = await get(path)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    })
  })

  it('let readers run no inline script', async () => {
    const { get } = await start()
    const { headers } = await get('/news/one')
    const policy = String(headers['content-security-policy'])
    // The players that a reader may open in place, by name, and in frames alone.
    const frames = / frame-src( https:\/\/[a-z.-]+){4};/
    expect(policy).toMatch(frames)
    expect(policy.replace(frames, '')).not.toMatch(/unsafe|\*|https?:/)
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
    expect(headers['strict-transport-security']).toBeUndefined()
  })
})

describe('many at once', () => {
  it('asks, purges and asks again without ever answering a headline that was gone before the question', async () => {
    const { get, cache } = await start()
    let current = 0
    const wrong: string[] = []
    const reader = async () => {
      for (let turn = 0; turn < 40; turn += 1) {
        const before = current
        const { text } = await get('/news/one')
        const seen = Number(/<h1>(\d+)/.exec(text)?.[1])
        if (seen < before) wrong.push(`${seen} after ${before}`)
      }
    }
    headline = '0'
    const readers = Promise.all(Array.from({ length: 8 }, reader))
    let isDone = false
    void readers.then(() => {
      isDone = true
    })
    while (!isDone) {
      await sleep(2)
      headline = String(current + 1)
      cache.purge([tag.article('a1')])
      current += 1
    }
    await readers
    expect(wrong).toEqual([])
  })
})
