import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Banner } from '@/lib/reader-cache/banner'
import { openFastLane } from '@/lib/reader-cache/fast-lane'
import { ReaderCache } from '@/lib/reader-cache/reader-cache'
import { createRenderer } from '@/lib/reader-cache/render'
import { createListener, publicHeaders } from '@/lib/reader-cache/serve'

/** What stands in for Next: it gets every request that is rendered, and answers like it. */
export type FakeNext = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

type Answered = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; text: string }

export type ReaderServer = {
  cache: ReaderCache
  port: number
  /** Addresses of the pages that readers got whole, by who sent them. */
  reads: { lane: string[]; http: string[] }
  /** What arrived at the fake Next, in order. */
  arrived: { method: string; url: string; headers: IncomingHttpHeaders }[]
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Answered>
  /** As the server of the app closes: what is under way may finish. */
  end(): Promise<void>
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
    keepAliveTimeout = 5_000,
  }: {
    siteUrl?: string
    trustedProxies?: number
    banner?: () => Banner | null
    isShared?: boolean
    language?: () => string
    /** Milliseconds. */
    keepAliveTimeout?: number
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
  const reads: ReaderServer['reads'] = { lane: [], http: [] }
  const onRead = ({ url = '' }: IncomingMessage) => reads.http.push(url)
  const server = createServer(
    { keepAliveTimeout },
    createListener(cache, handler, { siteUrl, trustedProxies, isDev: false, onRead, language }),
  )
  const lane = openFastLane(server, cache, ({ url }) => reads.lane.push(url))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  // Who closes each connection, as most programs that are no browsers do, never takes the fast lane.
  const agent = new Agent({ keepAlive: true })
  return {
    cache,
    port,
    reads,
    arrived,
    get: (path, headers = {}, method = 'GET') => ask(agent, port, method, path, headers),
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        lane.end()
      }),
    close: () =>
      new Promise((resolve) => {
        cache.close()
        agent.destroy()
        server.closeAllConnections()
        lane.destroy()
        server.close(() => resolve())
      }),
  }
}

/** Sends the path as it is: fetch would tidy it up. */
function ask(
  agent: Agent,
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
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
