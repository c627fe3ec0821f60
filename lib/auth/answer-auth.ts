import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth from 'next-auth'
import { NotFound } from '@/lib/errors'
import { assertSameOrigin } from '@/lib/http/same-origin'
import { checkSession } from './check-session'
import { clientAddress } from './client-address'
import { PENDING_SECONDS } from './enter'
import { type Failure, nextAuthOptions } from './next-auth-options'
import { AFTER_SIGN_IN, safePath } from './safe-path'
import { cookieLine, cookieName, openSession } from './session-cookie'

/** What we use of next-auth. It has more doors; those stay shut. */
const DOORS = new Set([
  'GET csrf',
  'GET providers',
  'GET signin',
  'GET signout',
  'GET error',
  'POST callback/credentials',
  'POST signout',
])

/**
 * Answers a request to /api/auth/... with next-auth.
 *
 * next-auth's own adapter for route handlers makes whole addresses out of one configured origin or of X-Forwarded-Host. Here it
 * gets exactly what we want it to see, through its older interface, and every redirect leaves as a path of this host: the
 * same build works under localhost, 127.0.0.1 and a real name, and cannot send anybody away.
 *
 * @param path what stands behind /api/auth/
 * @param form the fields of a POST
 * @throws NotFound for doors that are shut
 * @throws Forbidden when another site's page posted
 * @throws RateLimited after too many sign-ins
 */
export async function answerAuth(
  request: Request,
  path: readonly string[],
  form: Record<string, string> = {},
): Promise<Response> {
  const door = `${request.method} ${path.join('/')}`
  if (door === 'GET session') return answerSession(request)
  if (!DOORS.has(door)) throw new NotFound()
  if (request.method === 'POST' && cameFromBrowser(request.headers)) assertSameOrigin(request.headers)
  const host = request.headers.get('host') ?? ''
  const cookies = ownCookies(request.headers)
  const visit = {
    host,
    address: clientAddress(request.headers),
    userAgent: request.headers.get('user-agent') ?? '',
    formerSecret: (await openSession(cookies[cookieName('session')]))?.secret ?? null,
  }
  const failure: Failure = {}
  const answer = new Answer()
  await NextAuth(nextAuthOptions(visit, failure))(
    {
      method: request.method,
      query: queryFor(request, path, host),
      body: { callbackUrl: AFTER_SIGN_IN, ...form },
      cookies,
      headers: {},
    } as unknown as NextApiRequest,
    answer as unknown as NextApiResponse,
  )
  if (failure.error !== undefined) throw failure.error
  const origin = `${new URL(request.url).protocol}//${host}`
  if (failure.pendingSecret !== undefined) return askForSecondFactor(failure.pendingSecret, form, host, origin)
  return answer.toResponse(origin)
}

/** The password was right: the browser goes to the page that asks for the second factor, with a cookie that opens only that. */
function askForSecondFactor(
  pendingSecret: string,
  form: Record<string, string>,
  host: string,
  origin: string,
): Response {
  const next = safePath(form.callbackUrl, host)
  const path = `/login/second-factor?${new URLSearchParams({ next })}`
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  headers.append('Set-Cookie', cookieLine('pending', pendingSecret, PENDING_SECONDS))
  if (form.json === 'true') return Response.json({ url: origin + path }, { headers })
  headers.set('Location', path)
  return new Response(null, { status: 302, headers })
}

/** Who is signed in, for scripts: an empty object for nobody, as next-auth has it. Its own answer would not look at the row. */
async function answerSession(request: Request): Promise<Response> {
  const claims = await openSession(ownCookies(request.headers)[cookieName('session')])
  const actor = claims ? await checkSession(claims.secret) : null
  const body =
    actor?.kind === 'person' ? { user: { id: actor.id, name: actor.name, email: actor.email, role: actor.role } } : {}
  return Response.json(body, { headers: { 'Cache-Control': 'private, no-store' } })
}

/** Browsers say where a POST comes from. A script says nothing; next-auth's CSRF token stands for it. */
function cameFromBrowser(headers: Headers): boolean {
  return headers.has('origin') || headers.has('sec-fetch-site')
}

function queryFor(request: Request, path: readonly string[], host: string): Record<string, unknown> {
  const given = new URL(request.url).searchParams
  const error = given.get('error')
  const callbackUrl = given.get('callbackUrl')
  return {
    nextauth: path,
    ...(error === null ? {} : { error }),
    ...(callbackUrl === null ? {} : { callbackUrl: safePath(callbackUrl, host) }),
  }
}

/** Only those that are in use. The one with the last callback address is left out: what is not asked for now is not wanted. */
function ownCookies(headers: Headers): Record<string, string> {
  const names = new Set([cookieName('session'), cookieName('csrf')])
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return Object.fromEntries(
    pairs.flatMap(([name = '', ...value]) => (names.has(name) ? [[name, decoded(value.join('='))]] : [])),
  )
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

/** As much of a Node response as next-auth writes to. */
class Answer {
  #status = 200
  #body: unknown = ''
  readonly #headers = new Map<string, string | string[]>()

  status(status: number): this {
    this.#status = status
    return this
  }

  getHeader(name: string): string | string[] | undefined {
    return this.#headers.get(name.toLowerCase())
  }

  setHeader(name: string, value: string | string[]): this {
    this.#headers.set(name.toLowerCase(), value)
    return this
  }

  send(body: unknown): void {
    this.#body = body
  }

  json(body: unknown): void {
    this.#body = body
    this.setHeader('Content-Type', 'application/json')
  }

  end(): void {}

  /** @param origin what whole addresses for next-auth's own scripts begin with */
  toResponse(origin: string): Response {
    const headers = new Headers({ 'Cache-Control': 'private, no-store' })
    for (const [name, value] of this.#headers) {
      if (name === 'cache-control' || name === 'pragma' || name === 'expires') continue
      for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one)
    }
    const location = headers.get('location')
    if (location !== null) headers.set('location', placeOf(location))
    if (typeof this.#body === 'string') return new Response(this.#body, { status: this.#status, headers })
    return Response.json(withWholeAddress(this.#body, origin), { status: this.#status, headers })
  }
}

function withWholeAddress(body: unknown, origin: string): unknown {
  if (typeof body !== 'object' || body === null || !('url' in body)) return body
  return { ...body, url: origin + placeOf(String(body.url)) }
}

/** The path of a redirect. next-auth sends errors around through a page of its own; ours is the last one on that way. */
function placeOf(location: string): string {
  const url = new URL(location, 'http://here.invalid')
  const path = url.pathname + url.search
  if (!/^\/(api\/auth\/(error|signin|signout)|login)$/.test(url.pathname)) return safePath(path)
  const error = url.searchParams.get('csrf') ? 'Expired' : url.searchParams.get('error')
  const next = url.searchParams.get('callbackUrl')
  const query = new URLSearchParams({ ...(error ? { error } : {}), ...(next ? { next: safePath(next) } : {}) })
  return query.size > 0 ? `/login?${query}` : '/login'
}
