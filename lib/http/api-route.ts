import { createHash } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { type Caller, findToken } from '@/lib/api/find-token'
import type { Scope } from '@/lib/api/scopes'
import { clientAddress } from '@/lib/auth/client-address'
import { LIMITS } from '@/lib/auth/limits'
import { countTryOf, type Left } from '@/lib/auth/rate-limits'
import { Forbidden, NoToken, RateLimited } from '@/lib/errors'
import { log } from '@/lib/log'
import { parseInput, problemOf } from './answers'
import { eachOnce } from './each-once'

/** What one address of the API takes and answers. Its description for programs is printed from the same. */
export type ApiOperation<Params extends z.ZodType, Query extends z.ZodType, Answer extends z.ZodType> = {
  /** "/api/v1/articles/{id}" */
  path: string
  name: string
  summary: string
  description: string
  /** What the token has to be allowed. `anyone`: no token is asked for. */
  scope: Scope | 'anyone'
  params: Params
  query: Query
  answer: Answer
}

type Visit<Params extends z.ZodType, Query extends z.ZodType> = {
  params: z.output<Params>
  query: z.output<Query>
}

/** What is asked at a door, for tests that go through all of them. */
export type ApiDoor = { scope: Scope | 'anyone' }

/**
 * The third door: every address of the public API is made here. It asks for a token and looks at no cookie, counts, refuses what the query
 * should not say, and lets out what the answer's schema names and nothing else. No other site's page may read an answer: no header allows it.
 */
export function apiRoute<Params extends z.ZodType, Query extends z.ZodType, Answer extends z.ZodType>(
  operation: ApiOperation<Params, Query, Answer>,
  run: (visit: Visit<Params, Query>) => Promise<z.input<Answer>>,
): ((request: Request, context: { params: Promise<Record<string, unknown>> }) => Promise<Response>) & ApiDoor {
  const enter = async (request: Request, context: { params: Promise<Record<string, unknown>> }): Promise<Response> => {
    const headers = new Headers({ Vary: 'Authorization' })
    try {
      await admit(operation.scope, request, headers)
      const params = parseInput(operation.params, (await context.params) ?? {})
      const query = parseInput(operation.query, eachOnce(new URL(request.url).searchParams))
      return answer(request, headers, operation.answer.parse(await run({ params, query })))
    } catch (error) {
      unstable_rethrow(error)
      return refuse(request, error, operation, headers)
    }
  }
  return Object.assign(enter, { scope: operation.scope })
}

/** Everybody is counted by where they come from, before anything is looked up; a token besides, wherever it is used. */
async function admit(scope: Scope | 'anyone', request: Request, headers: Headers): Promise<void> {
  const address = clientAddress(request.headers)
  tellLimit(headers, await countTryOf(LIMITS.apiAddress, address))
  if (scope === 'anyone') return
  const caller: Caller = await findToken(request.headers.get('authorization'), address)
  tellLimit(headers, await countTryOf(LIMITS.apiToken, caller.tokenId))
  if (!caller.scopes.includes(scope)) throw new Forbidden(`This token may not do this: it needs ${scope}.`)
}

function tellLimit(headers: Headers, { limit, remaining, resetSeconds }: Left): void {
  headers.set('RateLimit-Limit', String(limit))
  headers.set('RateLimit-Remaining', String(remaining))
  headers.set('RateLimit-Reset', String(resetSeconds))
}

function answer(request: Request, headers: Headers, value: unknown): Response {
  const body = JSON.stringify(value)
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  headers.set('ETag', etag)
  if (isKnown(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  headers.set('Content-Type', 'application/json; charset=utf-8')
  return new Response(body, { headers })
}

/** RFC 9110, section 13.1.2: weak comparison. */
function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.trim() === '*' || header.split(',').some((known) => known.trim().replace(/^W\//, '') === etag)
}

/** Every refusal in one shape: a code for programs, a sentence for whoever wrote them. */
function refuse(
  request: Request,
  error: unknown,
  { path, scope }: { path: string; scope: Scope | 'anyone' },
  headers: Headers,
): Response {
  const { code, status, message, issues, id } = problemOf(error, `api ${path}`)
  if (error instanceof NoToken && request.headers.has('authorization'))
    log.info({ where: `api ${path}`, code }, 'a request was refused')
  if (error instanceof NoToken) headers.set('WWW-Authenticate', 'Bearer realm="api"')
  if (error instanceof Forbidden)
    headers.set('WWW-Authenticate', `Bearer realm="api", error="insufficient_scope", scope="${scope}"`)
  if (error instanceof RateLimited) {
    headers.set('Retry-After', String(error.retryAfterSeconds))
    headers.set('RateLimit-Remaining', '0')
  }
  const fields = issues.map(({ field, message }) => ({ parameter: field, message }))
  const problem = {
    code,
    message,
    ...(fields.length === 0 ? {} : { parameters: fields }),
    ...(id === undefined ? {} : { id }),
  }
  return Response.json({ error: problem }, { status, headers })
}
