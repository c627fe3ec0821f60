import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { currentActor } from '@/lib/auth/current-actor'
import { Invalid, TooLarge } from '@/lib/errors'
import { withoutSecrets } from '@/lib/log'
import type { Actor } from '@/lib/policy/actor'
import { admit, type Permission } from './admit'
import { parseInput, problemOf, problemResponse } from './answers'
import { eachOnce } from './each-once'
import { assertSameOrigin } from './same-origin'

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

type Door<Params, Query, Body> = {
  /**
   * What a person needs to come in. `anyone` is for readers and for machines that prove themselves by a token in the path:
   * nobody asks who they are. `visitor` lets anybody in, too, but whoever is signed in is known.
   */
  permission: Permission | 'anyone' | 'visitor'
  params?: Params
  query?: Query
  body?: Body
  /** How the body comes: JSON unless said otherwise. */
  bodyIs?: 'json' | 'form'
  /** The most bytes that a body may have. */
  mostBytes?: number
  /** Only for what a mail program does without a page of ours: RFC 8058 one-click unsubscribing. */
  acceptsOtherOrigins?: boolean
  /** Only for forms on pages that send no referrer: browsers hide the origin of those, too, and still say that it is ours. */
  acceptsHiddenOrigin?: boolean
}

/** A door as tests look at it, whatever it parses. */
export type RouteDoor = Door<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined>

type Visit<Params, Query, Body> = {
  actor: Actor
  params: Parsed<Params>
  query: Parsed<Query>
  body: Parsed<Body>
  request: Request
}

const SAFE_METHODS = new Set(['GET', 'HEAD'])

/**
 * One of the two doors: every route handler is made here. It refuses other origins for what changes something, resolves
 * who acts, asks the policy, bounds and parses path, query and body, and hands them on. A value that is not a Response is
 * answered as JSON that no cache keeps. What the door asks can be read from what is returned: tests go through all of them.
 */
export function route<
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  door: Door<Params, Query, Body>,
  run: (visit: Visit<Params, Query, Body>) => Promise<Response | object>,
): ((request: Request, context: { params: Promise<Record<string, unknown>> }) => Promise<Response>) & {
  door: RouteDoor
} {
  const enter = async (request: Request, context: { params: Promise<Record<string, unknown>> }): Promise<Response> => {
    let actor: Actor | undefined
    try {
      if (!SAFE_METHODS.has(request.method) && door.acceptsOtherOrigins !== true)
        assertSameOrigin(request.headers, door.acceptsHiddenOrigin === true ? 'hidden' : 'said')
      actor = await whoComes(door.permission)
      if (door.permission !== 'anyone' && door.permission !== 'visitor') admit(actor, door.permission)
      const visit = {
        actor,
        params: door.params && parseInput(door.params, await context.params),
        query: door.query && parseInput(door.query, eachOnce(new URL(request.url).searchParams)),
        body:
          door.body &&
          parseInput(door.body, await readBody(request, door.bodyIs ?? 'json', door.mostBytes ?? 1_000_000)),
        request,
      } as Visit<Params, Query, Body>
      const answer = await run(visit)
      return answer instanceof Response
        ? answer
        : Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } })
    } catch (error) {
      unstable_rethrow(error)
      return problemResponse(
        problemOf(error, `${request.method} ${withoutSecrets(new URL(request.url).pathname)}`, actor),
        error,
      )
    }
  }
  return Object.assign(enter, { door: door as RouteDoor })
}

async function whoComes(permission: Permission | 'anyone' | 'visitor'): Promise<Actor> {
  return permission === 'anyone' ? { kind: 'nobody' } : currentActor()
}

async function readBody(request: Request, bodyIs: 'json' | 'form', mostBytes: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (bodyIs === 'form') {
    if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type))
      throw new Invalid('Expected a form.')
    const bytes = await readBytes(request, mostBytes)
    return eachOnce(await readForm(bytes, type))
  }
  if (!/^application\/json\b/.test(type)) throw new Invalid('Expected JSON.')
  const bytes = await readBytes(request, mostBytes)
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new Invalid('This is not JSON.')
  }
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'Content-Type': type } }).formData()
  } catch {
    throw new Invalid('This is not a form.')
  }
}

/** Counts while reading: a length that a client declares is not to be believed. */
async function readBytes(request: Request, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = new TooLarge(`This is larger than the ${inWords(mostBytes)} that we take.`)
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > mostBytes) throw tooLarge
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

function inWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.floor(bytes / 1_000)} KB` : `${Math.floor(bytes / 1_000_000)} MB`
}
