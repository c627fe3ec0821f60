import { actionId } from '../server-actions'
import type { ActionWay, PageWay, RouteWay, Way } from './doors'
import { inputFor, type Position } from './input-for'
import { kindsOf } from './kinds'

/** What a way is asked with: the parameters in its address, its query, and what it is sent. */
export type Ask = { params: Record<string, string>; query: unknown; body: unknown }
export type Pick = (position: Position) => string

/** How it answered, whatever carries the answer: the status of a route, or of what an action says went wrong. */
export type Answer = { status: number; text: string; headers: Headers }

const PARAMETER = /\[(?:\.\.\.)?(\w+)\]/g

/** Values that make no sense made up: everything else is made from the schemas. */
const MENDED: Record<string, (input: Record<string, unknown>) => Record<string, unknown>> = {
  '/admin/settings change': (input) => {
    const own = { language: 'en-GB', hub: '', securityContact: '', republishContact: '', timeZone: 'Europe/London' }
    return { ...input, ...own, seen: { ...(input.seen as object), ...own } }
  },
  '/admin/settings changeLook': (input) => {
    const own = { logo: '', logoDark: '', accent: '#0b5b66', accentDark: '#8ad4de' }
    return { ...input, ...own, seen: { ...(input.seen as object), ...own } }
  },
}

/** Everything that a way needs, with the ids that are picked. */
export function askFor(way: RouteWay | ActionWay, pick: Pick): Ask {
  const kindOf = kindsOf(way)
  const mend = MENDED[way.name] ?? ((input: Record<string, unknown>) => input)
  if (way.kind === 'action') {
    const input = inputFor(way.door.input, kindOf, pick)
    return { params: paramsFor(way, pick), query: {}, body: isRecord(input) ? mend(input) : input }
  }
  const { query, body } = way.door
  return {
    params: paramsFor(way, pick),
    query: query === undefined ? {} : inputFor(query, kindOf, pick),
    body: body === undefined ? undefined : inputFor(body, kindOf, pick),
  }
}

/** The places where the input of a way names things. */
export function positionsOf(way: RouteWay | ActionWay): Position[] {
  const found = new Map<string, Position>()
  const note: Pick = (position) => {
    found.set(position.path, position)
    return '00000000-0000-7000-8000-000000000000'
  }
  // An action is told nothing by the address of the page that it is called from.
  if (way.kind === 'action') inputFor(way.door.input, kindsOf(way), note)
  else askFor(way, note)
  return [...found.values()]
}

export function paramsFor(way: Way, pick: Pick): Record<string, string> {
  const address = addressOf(way)
  const kindOf = kindsOf(way)
  const names = [...address.matchAll(PARAMETER)].map(([, name = '']) => name)
  return Object.fromEntries(
    names.map((name) => {
      const kind = kindOf(name, name)
      return [name, kind === null ? (OTHERS[name] ?? 'none') : pick({ path: name, kind })]
    }),
  )
}

/** Parameters that name no row. */
const OTHERS: Record<string, string> = {
  key: 'home',
  rendition: 'w320.webp',
  token: 'no-such-token',
  nextauth: 'session',
}

function addressOf(way: Way): string {
  return way.kind === 'action' ? (way.name.split(' ')[0] ?? '/') : way.address
}

export function pathFor(way: Way, params: Record<string, string>): string {
  return addressOf(way).replace(PARAMETER, (_, name: string) => params[name] ?? 'none')
}

/** Asks, as whoever the headers say. Streams are left when they begin. */
export async function send(
  url: string,
  way: RouteWay | ActionWay,
  ask: Ask,
  headers: Record<string, string>,
): Promise<Answer> {
  return way.kind === 'route' ? sendRoute(url, way, ask, headers) : sendAction(url, way, ask, headers)
}

async function sendRoute(url: string, way: RouteWay, ask: Ask, headers: Record<string, string>): Promise<Answer> {
  const query = new URLSearchParams(
    Object.entries(isRecord(ask.query) ? ask.query : {}).map(([name, value]) => [name, textOf(value)]),
  )
  const path = `${pathFor(way, ask.params)}${query.size > 0 ? `?${query}` : ''}`
  const hasBody = way.method !== 'GET' && way.method !== 'HEAD' && ask.body !== undefined
  const isForm = way.door.bodyIs === 'form'
  const response = await reach(url + path, {
    method: way.method,
    redirect: 'manual',
    headers: { ...headers, ...(hasBody && !isForm ? { 'Content-Type': 'application/json' } : {}) },
    ...(hasBody ? { body: isForm ? formOf(ask.body) : JSON.stringify(ask.body) } : {}),
  })
  return read(response)
}

function formOf(body: unknown): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(isRecord(body) ? body : {}))
    form.set(name, name === 'file' ? new Blob(['no picture'], { type: 'text/plain' }) : textOf(value))
  return form
}

async function sendAction(url: string, way: ActionWay, ask: Ask, headers: Record<string, string>): Promise<Answer> {
  const response = await reach(url + pathFor(way, ask.params), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...headers,
      'Next-Action': actionId(way.file, way.exported),
      'Content-Type': 'text/plain;charset=UTF-8',
    },
    body: JSON.stringify([ask.body]),
  })
  const answer = await read(response)
  const problem = /"ok":false,"problem":\{"code":"[A-Z_]+","status":(\d{3})/.exec(answer.text)
  return problem === null ? answer : { ...answer, status: Number(problem[1]) }
}

export async function lookAtPage(
  url: string,
  way: PageWay,
  params: Record<string, string>,
  headers: Record<string, string>,
): Promise<Answer> {
  return read(await reach(url + pathFor(way, params), { redirect: 'manual', headers }))
}

/** A connection that the server was about to close is not an answer: then it is asked once more. */
async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return fetch(address, request)
  }
}

async function read(response: Response): Promise<Answer> {
  const { status, headers } = response
  if (/event-stream/.test(headers.get('content-type') ?? '')) {
    await response.body?.cancel()
    return { status, headers, text: '' }
  }
  return { status, headers, text: await response.text() }
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
