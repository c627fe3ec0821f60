import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { BANNER_PLACE, type Banner } from '@/lib/reader-cache/banner'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { type FakeNext, type ReaderServer, startReaderServer } from './reader-server'

const words = 'Words that fill the page, again and again. '.repeat(40)

let server: ReaderServer | undefined
const readers: Reader[] = []

/** Pages for everybody; under private addresses, what was sent comes back. */
const next: FakeNext = async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://x')
  if (pathname === '/desk') {
    if (request.headers['x-patience']) await sleep(1_300)
    const sent: Buffer[] = []
    for await (const chunk of request) sent.push(chunk)
    response.end(`${request.method}: ${Buffer.concat(sent)}`)
    return
  }
  recordTags(tag.article('a1'))
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  const text = pathname === '/news/long' ? words.repeat(500) : words
  response.end(`<!DOCTYPE html><html><body>${BANNER_PLACE}<h1>${pathname}</h1><p>${text}</p></body></html>`)
}

async function start(options: Parameters<typeof startReaderServer>[1] = {}): Promise<ReaderServer> {
  server = await startReaderServer(next, options)
  for (const path of ['/news/one', '/news/two', '/news/long'])
    for (const encoding of ['identity', 'gzip', 'br']) await server.get(path, { 'accept-encoding': encoding })
  server.reads.lane.length = 0
  server.reads.http.length = 0
  server.arrived.length = 0
  return server
}

afterEach(async () => {
  for (const reader of readers.splice(0)) reader.socket.destroy()
  await server?.close()
  server = undefined
})

const plain = (path = '/news/one', ...lines: string[]) =>
  `${[`GET ${path} HTTP/1.1`, 'Host: paper.test', ...lines].join('\r\n')}\r\n\r\n`

/** A connection on which each byte is ours. */
class Reader {
  readonly socket: Socket
  #received = Buffer.alloc(0)
  readonly ended: Promise<unknown>

  private constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.ended = once(this.socket, 'end')
    this.ended.catch(() => undefined)
    readers.push(this)
  }

  static async open(port: number): Promise<Reader> {
    const reader = new Reader(port)
    await once(reader.socket, 'connect')
    return reader.listen()
  }

  listen(): this {
    this.socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk])
    })
    return this
  }

  /** In packets that arrive one after the other. */
  async send(...packets: string[]): Promise<this> {
    for (const packet of packets) {
      this.socket.write(packet, 'latin1')
      await sleep(20)
    }
    return this
  }

  /** The next whole answer: its head without the date, and its body. */
  async answer(): Promise<{ head: string; body: Buffer }> {
    await expect.poll(() => this.#whole() !== null, { timeout: 5_000, interval: 5 }).toBe(true)
    const { end, start } = this.#whole() ?? { end: 0, start: 0 }
    const head = this.#received.toString('latin1', 0, start)
    const body = this.#received.subarray(start, end)
    this.#received = this.#received.subarray(end)
    expect(Date.now() - Date.parse(/\r\nDate: (.{29})\r\n/.exec(head)?.[1] ?? '')).toBeLessThan(3_000)
    return { head: head.replace(/(\r\nDate: ).{29}\r\n/, '$1\r\n'), body }
  }

  /** What has come and was not asked for. */
  get rest(): string {
    return this.#received.toString('latin1')
  }

  #whole(): { start: number; end: number } | null {
    const blank = this.#received.indexOf('\r\n\r\n')
    if (blank === -1) return null
    const start = blank + 4
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#received.toString('latin1', 0, start))?.[1]
    const end = start + Number(length ?? 0)
    return end <= this.#received.length ? { start, end } : null
  }
}

const titleOf = ({ body }: { body: Buffer }) => /<h1>(.*?)<\/h1>/.exec(body.toString())?.[1]

describe('an answer of the fast lane', () => {
  it.each<[string, string[], string?]>([
    ['as it is', []],
    ['in gzip', ['Accept-Encoding: gzip, deflate']],
    ['in brotli', ['Accept-Encoding: gzip, deflate, br, zstd']],
    ['that is long', [], '/news/long'],
    ['that the reader does not have', ['If-None-Match: "other"']],
    ['that the reader has', ['If-None-Match: *']],
    ['that the reader has in brotli', ['Accept-Encoding: br', 'If-None-Match: *']],
  ])('%s is to the byte that of Node', async (_, lines, path = '/news/one') => {
    const { port, reads } = await start()
    const reader = await Reader.open(port)
    await reader.send(plain(path, ...lines))
    const answered = await reader.answer()
    const isKnown = lines.includes('If-None-Match: *')
    expect(answered.head.startsWith(isKnown ? 'HTTP/1.1 304 Not Modified\r\n' : 'HTTP/1.1 200 OK\r\n')).toBe(true)
    expect(answered.head).toContain('\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\n')
    expect(answered.body.length > 0).toBe(!isKnown)
    expect(reads).toEqual({ lane: isKnown ? [] : [path], http: [] })
    for (const odd of ['TE: trailers', 'Connection: keep-alive, x', 'Range: bytes=0-1', 'Upgrade: websocket']) {
      const other = await Reader.open(port)
      await other.send(plain(path, ...lines, odd))
      const byNode = await other.answer()
      expect(byNode.head).toBe(answered.head)
      expect(byNode.body.equals(answered.body)).toBe(true)
    }
    expect(reads).toEqual({ lane: isKnown ? [] : [path], http: isKnown ? [] : Array(4).fill(path) })
  })

  it('names the content that a reader has by its ETag', async () => {
    const { port } = await start()
    const reader = await Reader.open(port)
    await reader.send(plain('/news/one', 'Accept-Encoding: br'))
    const { head, body } = await reader.answer()
    expect(brotliDecompressSync(body).toString()).toContain('<h1>/news/one</h1>')
    const etag = /\r\nETag: (\S+)/.exec(head)?.[1]
    await reader.send(plain('/news/one', 'Accept-Encoding: br', `If-None-Match: ${etag}`))
    expect((await reader.answer()).head).toContain('304 Not Modified')
  })

  it('carries the banner as long as there is one', async () => {
    let banner: Banner | null = null
    const { port, reads } = await start({ banner: () => banner })
    const reader = await Reader.open(port)
    const bodies: string[] = []
    for (const html of [null, '<p>Breaking</p>', null]) {
      banner = html === null ? null : { path: '/news/two', html, htmlThere: '<p>Here</p>' }
      await reader.send(plain())
      bodies.push((await reader.answer()).body.toString())
    }
    expect(bodies.map((body) => body.includes('<p>Breaking</p>'))).toEqual([false, true, false])
    expect(reads.lane.length).toBe(3)
  })

  it('is a new one as soon as the page was purged', async () => {
    const { port, cache, arrived, reads } = await start()
    const reader = await Reader.open(port)
    cache.purge([tag.article('a1')])
    await reader.send(plain())
    expect(titleOf(await reader.answer())).toBe('/news/one')
    expect(arrived.length).toBeGreaterThan(0)
    expect(reads).toEqual({ lane: [], http: ['/news/one'] })
  })
})

describe('a connection', () => {
  it('gives answer after answer, and is the server’s as soon as something else is asked', async () => {
    const { port, reads, arrived } = await start()
    const reader = await Reader.open(port)
    for (const path of ['/news/one', '/news/two', '/news/one']) {
      await reader.send(plain(path))
      expect(titleOf(await reader.answer())).toBe(path)
    }
    expect(reads).toEqual({ lane: ['/news/one', '/news/two', '/news/one'], http: [] })
    const body = 'x'.repeat(100_000)
    const post = `POST /desk HTTP/1.1\r\nHost: paper.test\r\nOrigin: http://paper.test\r\nContent-Length: ${body.length}\r\n\r\n`
    await reader.send(post + body.slice(0, 10), body.slice(10, 5_000), body.slice(5_000))
    expect((await reader.answer()).head).toContain('200 OK')
    expect(arrived.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /desk'])
    await reader.send(plain('/news/two'))
    expect((await reader.answer()).head).toContain('200 OK')
    expect(reads).toEqual({ lane: ['/news/one', '/news/two', '/news/one'], http: ['/news/two'] })
  })

  it('may bring a request in pieces', async () => {
    const { port, reads } = await start()
    const reader = await Reader.open(port)
    await reader.send(...(plain('/news/two').match(/[\s\S]{1,9}/g) ?? []))
    expect(titleOf(await reader.answer())).toBe('/news/two')
    expect(reads).toEqual({ lane: [], http: ['/news/two'] })
  })

  it('may bring several requests at once, which are answered in their order', async () => {
    const { port, reads } = await start()
    const reader = await Reader.open(port)
    await reader.send(plain('/news/one'), plain('/news/two') + plain('/news/missing') + plain('/news/one'))
    const titles = []
    for (let n = 0; n < 4; n += 1) titles.push(titleOf(await reader.answer()))
    expect(titles).toEqual(['/news/one', '/news/two', '/news/missing', '/news/one'])
    expect(reads.lane).toEqual(['/news/one'])
  })

  it.each([
    ['in one piece', [`${plain('/news/one', `Content-Length: ${plain('/news/two').length}`)}${plain('/news/two')}`]],
    ['in two', [plain('/news/one', `Content-Length: ${plain('/news/two').length}`), plain('/news/two')]],
    [
      'in chunks',
      [
        plain('/news/one', 'Transfer-Encoding: chunked'),
        `${plain('/news/two').length.toString(16)}\r\n`,
        plain('/news/two'),
        '\r\n0\r\n\r\n',
      ],
    ],
  ])('whose request has a body %s is never asked for what stands in it', async (_, packets) => {
    const { port, reads } = await start()
    const reader = await Reader.open(port)
    await reader.send(...packets)
    expect(titleOf(await reader.answer())).toBe('/news/one')
    await sleep(50)
    expect(reader.rest).toBe('')
    expect(reads).toEqual({ lane: [], http: ['/news/one'] })
  })

  it.each([
    ['two lengths', plain('/news/one', 'Content-Length: 5', 'Content-Length: 6')],
    ['a length and chunks', plain('/news/one', 'Content-Length: 5', 'Transfer-Encoding: chunked')],
    ['no host', 'GET /news/one HTTP/1.1\r\nA: b\r\n\r\n'],
    ['NUL', plain('/news/one', 'A: \0')],
  ])('that brings %s is refused by Node', async (_, head) => {
    const { port, reads } = await start()
    const reader = await Reader.open(port)
    await reader.send(plain(), head)
    await reader.answer()
    await expect.poll(() => reader.rest).toMatch(/^HTTP\/1\.1 400 /)
    expect(reads).toEqual({ lane: ['/news/one'], http: [] })
  })

  it('that ends after its request gets its answer', async () => {
    const { port } = await start()
    const reader = await Reader.open(port)
    reader.socket.end(plain('/news/long'))
    expect(titleOf(await reader.answer())).toBe('/news/long')
    await reader.ended
  })

  it('that breaks off leaves the others alone', async () => {
    const { port, get } = await start()
    for (let n = 0; n < 20; n += 1) {
      const reader = await Reader.open(port)
      reader.socket.pause()
      reader.socket.write(plain('/news/long').repeat(1 + (n % 2)))
      await sleep(n % 3)
      reader.socket.resetAndDestroy()
    }
    expect((await get('/news/one')).status).toBe(200)
  })

  it('whose reader takes nothing is not read further, and gets everything once it is taken', async () => {
    const { port, reads } = await start()
    const reader = await Reader.open(port)
    reader.socket.pause()
    const packets = Array.from({ length: 40 }, () => plain('/news/long'))
    await reader.send(...packets)
    // What the system keeps for both ends, and one megabyte.
    expect(reads.lane.length).toBeLessThan(20)
    expect(reads.http).toEqual([])
    reader.socket.resume()
    for (const _ of packets) expect(titleOf(await reader.answer())).toBe('/news/long')
    expect(reads.lane.length + reads.http.length).toBe(packets.length)
  })
})

describe('the end of a connection', () => {
  it('comes when nothing was asked for a while, also when nothing ever was', async () => {
    const { port } = await start({ keepAliveTimeout: 50 })
    const [silent, asked] = [await Reader.open(port), await Reader.open(port)]
    await asked.send(plain())
    await asked.answer()
    await Promise.all([silent.ended, asked.ended])
  })

  it('is no matter of the fast lane any more once the server has it', async () => {
    const { port } = await start({ keepAliveTimeout: 50 })
    const reader = await Reader.open(port)
    await reader.send(plain(), plain('/desk', 'X-Patience: 1'))
    await reader.answer()
    expect((await reader.answer()).head).toContain('200 OK')
  })

  it('comes at once when the server closes', async () => {
    const { port, end } = await start()
    const [silent, asked] = [await Reader.open(port), await Reader.open(port)]
    await asked.send(plain())
    await asked.answer()
    const began = Date.now()
    await Promise.all([end(), silent.ended, asked.ended])
    expect(Date.now() - began).toBeLessThan(1_000)
  })

  it('waits for what was answered', async () => {
    const { port, end, reads } = await start()
    const first = await Reader.open(port)
    first.socket.pause()
    let sent = 0
    while (reads.lane.length === sent) {
      await first.send(plain('/news/long'))
      sent += 1
    }
    first.socket.destroy()
    // So many are answered and lie there. One more would be read by nobody.
    const answered = reads.lane.length
    const reader = await Reader.open(port)
    reader.socket.pause()
    await reader.send(...Array.from({ length: answered }, () => plain('/news/long')))
    const ended = end()
    await sleep(50)
    reader.socket.resume()
    for (let n = 0; n < answered; n += 1) expect(titleOf(await reader.answer())).toBe('/news/long')
    await Promise.all([ended, reader.ended])
    expect(reader.rest).toBe('')
  })
})
