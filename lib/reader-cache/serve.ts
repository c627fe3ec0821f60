import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { assertSameOrigin } from '@/lib/http/same-origin'
import { log, withoutSecrets } from '@/lib/log'
import { wordsFor } from '@/lib/site-words/words-for'
import { type Answer, chooseEncoding } from './answer'
import { errorPage, errorPagePolicy, tooManyPage } from './error-page'
import { isMailedPage, isPreviewPage, isPreviewPath } from './private-paths'
import { cleanPrivateRequest, protectPrivateAnswer, requestAddress } from './private-requests'
import type { ReaderCache } from './reader-cache'
import { emptyRecording, recordInto } from './record'
import { createRenderer, type Handler, type Rendered, RenderFailed } from './render'
import { commonHeaders, filePolicy, type HeaderPair, previewHeaders, publicPolicy } from './security-headers'
import { servePreview } from './serve-preview'
import { ASK_EACH_TIME, sharingHeaders } from './sharing'
import { readTarget } from './target'

type Settings = {
  siteUrl: string
  trustedProxies: number
  isDev: boolean
  /** Counts a search that nobody has asked before. Answers after how many seconds it may be asked again, where there were too many. */
  countSearch?: (address: string) => Promise<number | null>
  /** Told of each page that a reader got whole. */
  onRead?: (request: IncomingMessage) => void
  /** That of the paper at this moment, BCP 47. */
  language: () => string
}

/** What is rendered for an address that is none: no section and no article can have this name. */
const missingKey = '/-'

/**
 * Answers every request: readers from the cache, everybody else from Next. It is the only place that decides which is which.
 */
export function createListener(cache: ReaderCache, handler: Handler, settings: Settings): RequestListener {
  const common = commonHeaders(settings.siteUrl)
  const parts: Parts = { cache, handler, settings, common, renderOnce: createRenderer(handler, settings.siteUrl) }
  return (request, response) => {
    // Only canonical public addresses are keys, so one that is found needs no further look.
    const kept = isRead(request) ? cache.find(request.url ?? '/') : undefined
    const work = kept ? send(request, response, kept, settings.onRead) : dispatch(parts, request, response)
    work?.catch((error: unknown) =>
      fail(response, request.url ?? '/', error, { common, language: settings.language() }),
    )
  }
}

type Parts = {
  cache: ReaderCache
  handler: Handler
  settings: Settings
  common: readonly HeaderPair[]
  /** Renders what is never kept. */
  renderOnce: (path: string) => Promise<Rendered>
}

async function dispatch(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { cache, handler, settings, common, renderOnce } = parts
  const raw = request.url ?? '/'
  if (settings.isDev && /^\/(?:_next|__nextjs)/.test(raw)) return handler(request, response)
  const target = readTarget(raw)
  if (target.kind === 'private') {
    if (isRead(request) && (isPreviewPage(target.path) || isMailedPage(target.path)))
      return servePreview(renderOnce, request, response, { url: target.url, common })
    if (target.url !== raw) request.url = target.url
    cleanPrivateRequest(request, settings.trustedProxies, settings.isDev)
    const recording = emptyRecording()
    protectPrivateAnswer(request, response, target.path, { common, isDev: settings.isDev, recording })
    if (isForPages(request, target.path) && !isFromOurPage(request)) return refuseStranger(response, target.path)
    return recordInto(recording, () => handler(request, response))
  }
  const isThere = target.kind === 'public' || target.kind === 'asset'
  if (!isRead(request)) return refuseMethod(response, isThere ? 405 : 404, { common, language: settings.language() })
  if (target.kind === 'moved') return redirect(response, target.location, common)
  const key = isThere ? target.key : missingKey
  // What is kept costs nothing, so only what has to be looked for counts.
  if (settings.countSearch && key.startsWith('/search?') && !cache.find(key)) {
    const seconds = await settings.countSearch(requestAddress(request, settings.trustedProxies))
    if (seconds !== null) return refuseSearch(response, seconds, { common, language: settings.language() })
  }
  return send(request, response, await cache.get(key), settings.onRead)
}

/**
 * Whether a page would take it: a form of its own, or the call of an action. The framework answers some of those from other sites with an
 * error of its own. What has another door, that asks: routes, and what their pages hand on to them.
 */
function isForPages(request: IncomingMessage, path: string): boolean {
  if (isRead(request)) return false
  return 'next-action' in request.headers || !(/^\/api(?:\/|$)/.test(path) || isPreviewPage(path) || isMailedPage(path))
}

function isFromOurPage({ headers }: IncomingMessage): boolean {
  const said = ['origin', 'host', 'sec-fetch-site'].flatMap((name) => {
    const value = headers[name]
    return typeof value === 'string' ? [[name, value] as [string, string]] : []
  })
  try {
    assertSameOrigin(new Headers(said))
    return true
  } catch {
    return false
  }
}

function refuseStranger(response: ServerResponse, path: string): void {
  log.info({ where: withoutSecrets(path), code: 'FORBIDDEN' }, 'a request was refused')
  const body = 'This request came from another site.\n'
  response.writeHead(403, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'private, no-store',
    'Content-Length': Buffer.byteLength(body),
  })
  response.end(body)
}

function isRead(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

/**
 * The headers of a public answer, error answers excepted.
 * @param isShared whether a cache in front may keep it, because it is asked to forget
 */
export function publicHeaders(siteUrl: string, isShared = false): (rendered: Rendered) => readonly HeaderPair[] {
  const common = [...commonHeaders(siteUrl), ['Referrer-Policy', 'strict-origin-when-cross-origin'] as const]
  const page = [...common, ['Content-Security-Policy', publicPolicy] as const]
  const file = [...common, ['Content-Security-Policy', filePolicy] as const]
  return (rendered) => {
    const { headers } = rendered
    if (headers['cache-control'] !== undefined) return common
    const fresh = (isShared ? sharingHeaders(rendered) : null) ?? [ASK_EACH_TIME]
    return [...(/^text\/html\b/.test(headers['content-type'] ?? '') ? page : file), ...fresh]
  }
}

/** Returns a promise only when it has to wait for a body to be compressed. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  onRead: Settings['onRead'],
): Promise<void> | undefined {
  const encoding = chooseEncoding(request.headers['accept-encoding'] as string | undefined)
  const body = answer.ready(encoding)
  if (body === undefined) {
    return answer.body(encoding).then(() => {
      send(request, response, answer, onRead)
    })
  }
  const known = request.headers['if-none-match']
  if (known !== undefined && answer.isKnownTo(known)) {
    response.writeHead(304, body.bareHead as string[])
    response.end()
    return undefined
  }
  response.writeHead(answer.status, body.head as string[])
  const isWhole = request.method !== 'HEAD'
  response.end(isWhole ? body.bytes : undefined)
  if (isWhole && answer.status === 200) onRead?.(request)
  return undefined
}

function redirect(response: ServerResponse, location: string, common: readonly HeaderPair[]): void {
  response.writeHead(301, [
    ...common.flat(),
    'Content-Security-Policy',
    filePolicy,
    'Location',
    location,
    'Cache-Control',
    'public, max-age=0, must-revalidate',
    'Content-Length',
    '0',
  ])
  response.end()
}

type Spoken = { common: readonly HeaderPair[]; language: string }

/** Readers' pages are read. Whatever changes something has a private address. */
function refuseMethod(response: ServerResponse, status: 404 | 405, { common, language }: Spoken): void {
  const { readOnly, nothing } = wordsFor(language).notices.plain
  const allow = status === 405 ? ['Allow', 'GET, HEAD'] : []
  const body = `${status === 405 ? readOnly : nothing}\n`
  const plain = [
    'Content-Security-Policy',
    filePolicy,
    'Cache-Control',
    'no-store',
    'Content-Type',
    'text/plain; charset=utf-8',
  ]
  const head = [...common.flat(), ...allow, ...plain]
  response.writeHead(status, [...head, 'Content-Length', String(Buffer.byteLength(body))])
  response.end(body)
}

function refuseSearch(response: ServerResponse, seconds: number, { common, language }: Spoken): void {
  const body = tooManyPage(language, seconds)
  const head = [...common, ['Content-Security-Policy', errorPagePolicy] as const, ...plainErrorHeaders].flat()
  const about = ['Content-Type', 'text/html; charset=utf-8', 'Content-Length', String(body.length)]
  response.writeHead(429, [...head, ...about, 'Retry-After', String(seconds)])
  response.end(body)
}

const plainErrorHeaders: readonly HeaderPair[] = [
  ['Referrer-Policy', 'same-origin'],
  ['Cache-Control', 'no-store'],
]

function fail(response: ServerResponse, path: string, error: unknown, { common, language }: Spoken): void {
  const body = errorPage(language)
  if (!(error instanceof RenderFailed)) {
    log.error(
      { error: error instanceof Error ? { message: error.message, stack: error.stack } : error },
      'a request failed',
    )
  }
  if (response.headersSent) {
    response.destroy()
    return
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  const head = [
    ...common.flat(),
    'Content-Security-Policy',
    errorPagePolicy,
    ...(isPreviewPath(path) ? previewHeaders : plainErrorHeaders).flat(),
  ]
  response.writeHead(500, [...head, 'Content-Type', 'text/html; charset=utf-8', 'Content-Length', String(body.length)])
  response.end(body)
}
