import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { log, withoutSecrets } from '@/lib/log'
import { emptyRecording, type Recording, recordInto } from './record'
import { isIncomplete, stripFramework } from './strip-framework'

/** What renders: Next's request handler, or any other listener. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** A finished public answer, before it is compressed and kept. */
export type Rendered = {
  status: number
  headers: Record<string, string>
  body: Buffer
  tags: readonly string[]
  /** After this instant it is wrong. */
  endsAt: Date | null
  /** False for what must not be answered a second time: failures, and pages that are not whole. */
  isKeepable: boolean
}

/** The render failed; it has been logged. */
export class RenderFailed extends Error {
  override name = 'RenderFailed'
}

/** What the log says, at its level `debug`, of each page that is rendered and not answered from memory. */
export const RENDERING = 'a page for readers is rendered'

const keptStatuses = new Set([200, 301, 308, 404, 410])

/** All that a public answer takes over from what rendered it. A cookie, above all, is not among them. */
const passedHeaders = [
  'content-type',
  'content-language',
  'content-disposition',
  'location',
  'x-robots-tag',
  'access-control-allow-origin',
]

/**
 * Renders public paths: for nobody in particular, with a request of our own making. No cookie, no header and no address of the
 * reader who happens to ask first can get into what everybody will read.
 *
 * @param siteUrl the origin under which readers know the site
 */
export function createRenderer(
  handler: Handler,
  siteUrl: string,
  timeoutSeconds = 30,
): (path: string) => Promise<Rendered> {
  const { host, protocol } = new URL(siteUrl)
  const headers = {
    host,
    accept: 'text/html',
    // Next sends title and description late, for its scripts to move into the head, unless it thinks that nobody will run them.
    'user-agent': 'standfirst-reader-cache (as Twitterbot)',
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
  }
  return async (path) => {
    log.debug({ path: withoutSecrets(path) }, RENDERING)
    const recording = emptyRecording()
    const sink = new Sink()
    const { request, response } = createExchange(sink, path, { ...headers })
    try {
      await within(
        timeoutSeconds,
        recordInto(recording, () => run(handler, request, response)),
      )
    } catch (error) {
      log.error({ path: withoutSecrets(path), error: factsOf(error) }, 'a page for readers could not be rendered')
      throw new RenderFailed(path)
    } finally {
      // Tells the handler that the exchange is over: when it was not finished, that it may stop.
      sink.destroy()
    }
    return assemble(path, response, sink.body(), recording)
  }
}

/** Takes what the response writes and never fills up. */
class Sink extends Duplex {
  readonly #chunks: Buffer[] = []

  constructor() {
    // Nobody would tell the response that there is room again (the server of a real connection does), so there always is.
    super({ writableHighWaterMark: Number.MAX_SAFE_INTEGER })
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk)
    done()
  }

  /** What follows the head of the response. */
  body(): Buffer {
    const whole = Buffer.concat(this.#chunks)
    return whole.subarray(whole.indexOf('\r\n\r\n') + 4)
  }
}

function createExchange(sink: Sink, path: string, headers: Record<string, string>) {
  const socket = sink as unknown as Socket
  const request = new IncomingMessage(socket)
  request.method = 'GET'
  request.url = path
  request.httpVersion = '1.1'
  request.httpVersionMajor = 1
  request.httpVersionMinor = 1
  request.headers = headers
  request.rawHeaders = Object.entries(headers).flat()
  request.complete = true
  request.push(null)
  const response = new PlainResponse(request)
  response.assignSocket(socket)
  return { request, response }
}

/** Writes its body as it is, and keeps all headers readable. */
class PlainResponse extends ServerResponse {
  constructor(request: IncomingMessage) {
    super(request)
    this.useChunkedEncodingByDefault = false
    this.shouldKeepAlive = false
    this.sendDate = false
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    const headers = rest.find((item) => typeof item === 'object' && item !== null) as
      | OutgoingHttpHeaders
      | unknown[]
      | undefined
    for (const [name, value] of pairsOf(headers)) if (value !== undefined) this.setHeader(name, value)
    return super.writeHead(status)
  }
}

function pairsOf(
  headers: OutgoingHttpHeaders | unknown[] | undefined,
): [string, string | number | string[] | undefined][] {
  if (!Array.isArray(headers)) return Object.entries(headers ?? {})
  const flat = headers.flat() as string[]
  return flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1]] as [string, string]] : []))
}

async function run(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const finished = new Promise<void>((resolve, reject) => {
    response.once('finish', resolve)
    response.once('error', reject)
  })
  await Promise.race([finished, Promise.resolve(handler(request, response)).then(() => finished)])
}

async function within<Result>(seconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not rendered within ${seconds} seconds`)), seconds * 1000)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function assemble(path: string, response: ServerResponse, body: Buffer, recording: Recording): Rendered {
  const status = response.statusCode
  if (status >= 500) {
    log.error({ path: withoutSecrets(path), status }, 'a page for readers failed')
    throw new RenderFailed(path)
  }
  if (response.hasHeader('set-cookie'))
    log.error({ path: withoutSecrets(path) }, 'a page for readers sets a cookie; it was dropped')
  if (recording.movedTo !== null) return moved(recording)
  const answered = recording.status ?? status
  const page = isHtml(response) ? toPage(path, body) : { body, isWhole: true }
  return {
    status: answered,
    headers: headersOf(path, response),
    body: page.body,
    tags: tagsOf(recording, answered),
    endsAt: recording.endsAt,
    isKeepable: keptStatuses.has(answered) && page.isWhole,
  }
}

function moved(recording: Recording): Rendered {
  const location = recording.movedTo ?? '/'
  return {
    status: 301,
    headers: { location, 'content-type': 'text/plain; charset=utf-8' },
    body: Buffer.from(`${location}\n`),
    tags: tagsOf(recording, 301),
    endsAt: recording.endsAt,
    isKeepable: true,
  }
}

function isHtml(response: ServerResponse): boolean {
  return /^text\/html\b/i.test(String(response.getHeader('content-type') ?? ''))
}

function toPage(path: string, body: Buffer): { body: Buffer; isWhole: boolean } {
  const html = body.toString('utf8')
  const isWhole = !isIncomplete(html)
  if (!isWhole)
    log.error(
      { path: withoutSecrets(path) },
      'a page for readers is not whole without scripts: no Suspense, loading.tsx or useSearchParams there',
    )
  return { body: Buffer.from(stripFramework(html)), isWhole }
}

function headersOf(path: string, response: ServerResponse): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const name of passedHeaders) {
    const value = response.getHeader(name)
    if (value !== undefined) headers[name] = String(value)
  }
  // Of a page the framework says there what its scripts will need; of a feed we say who tells of its changes.
  const link = response.getHeader('link')
  if (link !== undefined && !isHtml(response)) headers.link = String(link)
  if ((path.startsWith('/_next/static/') || isForEver(response)) && response.statusCode === 200)
    headers['cache-control'] = 'public, max-age=31536000, immutable'
  return headers
}

/** What lies under an address that its content gave it says so itself. */
function isForEver(response: ServerResponse): boolean {
  return /\bimmutable\b/.test(String(response.getHeader('cache-control') ?? ''))
}

/** Nothing that was not found read the article that will stand there one day. */
function tagsOf(recording: Recording, status: number): string[] {
  const tags = [...recording.tags]
  return status === 404 || status === 410 ? [...new Set([...tags, 'everything'])] : tags
}

function factsOf(error: unknown): unknown {
  return error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : error
}
