import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Banner } from '@/lib/reader-cache/banner'
import { ReaderCache } from '@/lib/reader-cache/reader-cache'
import { createRenderer } from '@/lib/reader-cache/render'
import { createListener, publicHeaders } from '@/lib/reader-cache/serve'

/** What stands in for Next: it gets every request that is rendered, and answers like it. */
export type FakeNext = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

type Answered = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; text: string }

export type ReaderServer = {
  cache: ReaderCache
  /** What arrived at the fake Next, in order. */
  arrived: { method: string; url: string; headers: IncomingHttpHeaders }[]
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Answered>
  close(): Promise<void>
}

/** A real server on a free port: the reader cache in front of a fake Next. */
export async function startReaderServer(
  next: FakeNext,
  {
    siteUrl = 'http://paper.test',
    trustedProxies = 0,
    banner = () => null,
    isShared = false,
    language = () => 'en-GB',
  }: {
    siteUrl?: string
    trustedProxies?: number
    banner?: () => Banner | null
    isShared?: boolean
    language?: () => string
  } = {},
): Promise<ReaderServer> {
  const arrived: ReaderServer['arrived'] = []
  const handler: FakeNext = (incoming, response) => {
    arrived.push({ method: incoming.method ?? '', url: incoming.url ?? '', headers: { ...incoming.headers } })
    return next(incoming, response)
  }
  const cache = new ReaderCache({
    render: createRenderer(handler, siteUrl),
    headersFor: publicHeaders(siteUrl, isShared),
    isShared,
    megabytes: 16,
    banner,
  })
  const server = createServer(createListener(cache, handler, { siteUrl, trustedProxies, isDev: false, language }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    cache,
    arrived,
    get: (path, headers = {}, method = 'GET') => ask(port, method, path, headers),
    close: () =>
      new Promise((resolve) => {
        cache.close()
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Sends the path as it is: fetch would tidy it up. */
function ask(port: number, method: string, path: string, headers: Record<string, string>): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString('utf8') })
      })
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}
