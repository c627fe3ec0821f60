import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '@/lib/auth/password'
import { database } from '@/lib/db/database'
import { type ActionWay, allWays, type RouteWay, type Way } from '@/tests/support/access/doors'
import { changedTables, fingerprint } from '@/tests/support/access/fingerprint'
import { flightBody, hostileValue, mutated, mutation } from '@/tests/support/access/hostile-values'
import { type Answer, type Ask, askFor, send } from '@/tests/support/access/requests'
import { aWorld, type World } from '@/tests/support/access/world'
import { signInOverHttp } from '@/tests/support/http-person'
import { aPerson } from '@/tests/support/newsroom-rows'
import { scratchFolder } from '@/tests/support/scratch-folder'
import { actionId } from '@/tests/support/server-actions'
import { type ServerProcess, startServer } from '@/tests/support/server-process'

// Every action and every route is sent what nobody sends on purpose: by somebody without a right, who may change nothing, and by an
// administrator, whom nothing that they send may let see an error of ours. Seeded: the same every time.

const PASSWORD = 'a long one for whoever sends rubbish'
const SEED = 20_261_128
/** How many changed inputs each way is sent, as each of the two. */
const EACH = 6

let server: ServerProcess
let ways: (RouteWay | ActionWay)[]
let world: World
let administrator: Record<string, string>
let keyless: Record<string, string>
const watchFile = join(scratchFolder(), 'watched.json')

const isDoor = (way: Way): way is RouteWay | ActionWay => way.kind === 'route' || way.kind === 'action'

beforeAll(async () => {
  const [owner, editor, admin, other] = await Promise.all([
    aPerson('REPORTER'),
    aPerson('EDITOR'),
    aPerson('ADMINISTRATOR'),
    aPerson('REPORTER'),
  ])
  world = await aWorld(owner, editor, 'fuzz')
  await database().role.create({ data: { id: 'none', name: 'Without rights', createdAt: new Date() } })
  await database().person.update({ where: { id: other.id }, data: { role: 'none' } })
  await database().person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } })
  server = await startServer({
    folder: join(scratchFolder(), '.data'),
    env: {
      DATABASE_URL: process.env.DATABASE_URL ?? '',
      MEDIA_DIR: process.env.MEDIA_DIR ?? '',
      NODE_OPTIONS: `--import=${new URL('../../support/access/watch-process.mjs', import.meta.url).href}`,
      WATCH_FILE: watchFile,
    },
  })
  administrator = (await signInOverHttp(server.url, { email: admin.email, password: PASSWORD })).headers()
  keyless = (await signInOverHttp(server.url, { email: other.email, password: PASSWORD })).headers()
  ways = (await allWays()).filter(isDoor)
  await watched()
}, 300_000)

afterAll(() => server?.stop())

/** What the process has seen of itself since it was asked last. */
async function watched(): Promise<{ isClean: boolean; spawned: string[] }> {
  rmSync(watchFile, { force: true })
  server.child.kill('SIGUSR2')
  while (!existsSync(watchFile) || readFileSync(watchFile, 'utf8') === '') {
    if (server.child.exitCode !== null) throw new Error(`The server has ended:\n${server.output()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return JSON.parse(readFileSync(watchFile, 'utf8')) as { isClean: boolean; spawned: string[] }
}

async function isAlive(): Promise<void> {
  expect(server.child.exitCode).toBeNull()
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  const { isClean, spawned } = await watched()
  expect({ isClean, spawned }).toEqual({ isClean: true, spawned: [] })
}

/** Several hostile asks of one way, always the same. */
function asksOf(way: RouteWay | ActionWay, count: number): Ask[] {
  const good = askFor(way, ({ kind }) => world.ids[kind])
  return fc.sample(mutation, { numRuns: count, seed: SEED }).map((change, index) => {
    if (way.kind === 'route' && (way.door.body === undefined || index % 3 === 2)) {
      // Ids and queries come as text.
      const params = mutated(good.params, change) as Record<string, unknown>
      const query = mutated(good.query, { ...change, at: change.at + 1 })
      return { ...good, params: asText(params), query: typeof query === 'object' && query !== null ? query : {} }
    }
    return { ...good, body: mutated(good.body, change) }
  })
}

function asText(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {}
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      encodeURIComponent(wellFormed(String(JSON.stringify(value)))) || 'x',
    ]),
  )
}

const wellFormed = (text: string) => text.replace(/[\ud800-\udfff]/g, '').slice(0, 2_000)

/** The framework answers 500 to an action from another site and to what is no call of an action: those are its words for "no". */
function isOurFault(way: RouteWay | ActionWay, { status, text }: Answer): boolean {
  if (way.kind === 'action') return text.includes('"code":"DEFECT"')
  return status >= 500
}

test('somebody without a right changes nothing, whatever they send', async () => {
  const problems: string[] = []
  const closed = ways.filter(({ door }) => !['anyone', 'visitor', 'self'].includes(door.permission))
  const before = await fingerprint()
  for (const way of closed) {
    const answers = await Promise.all(asksOf(way, EACH).map((ask) => send(server.url, way, ask, keyless)))
    for (const answer of answers)
      if (isOurFault(way, answer)) problems.push(`${way.name}: ${answer.text.slice(0, 300)}`)
  }
  expect(problems).toEqual([])
  expect(changedTables(before, await fingerprint())).toEqual([])
  await isAlive()
}, 300_000)

test('nothing that anybody sends is an error of ours', async () => {
  const problems: string[] = []
  for (const way of ways) {
    // Signing the one who asks out would end this.
    if (way.name.includes('/api/auth/') || /deactivate|giveRole|endSession|sign out/.test(way.name)) continue
    for (const ask of asksOf(way, EACH)) {
      const answer = await send(server.url, way, ask, administrator)
      if (isOurFault(way, answer))
        problems.push(`${way.name} ${JSON.stringify(ask).slice(0, 300)}: ${answer.text.slice(0, 300)}`)
    }
  }
  expect(problems).toEqual([])
  await isAlive()
}, 300_000)

test('500 bodies of the protocol of actions start nothing, turn nothing into something else, and hold nobody up', async () => {
  const action = ways.find((way): way is ActionWay => way.kind === 'action' && way.exported === 'askForReset')
  const ids = ['0'.repeat(42), 'x', ...(action === undefined ? [] : [actionId(action.file, action.exported)])]
  const bodies = fc.sample(flightBody, { numRuns: 500, seed: SEED })
  const before = await fingerprint()
  const slow: number[] = []
  for (let start = 0; start < bodies.length; start += 20) {
    const answers = bodies.slice(start, start + 20).map(async (body, index) => {
      const isParts = Array.isArray(body)
      const path = ['/login', '/', '/desk', '/reset', '/search'][(start + index) % 5] ?? '/'
      const response = await fetch(server.url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          Origin: server.url,
          'Next-Action': ids[(start + index) % ids.length] ?? 'x',
          ...(isParts ? {} : { 'Content-Type': 'text/plain;charset=UTF-8' }),
        },
        body: isParts ? partsOf(body) : body,
      })
      return response.text()
    })
    const began = Date.now()
    const front = await fetch(`${server.url}/`)
    await front.text()
    slow.push(Date.now() - began)
    for (const text of await Promise.all(answers)) expect(text).not.toContain('polluted')
  }
  await isAlive()
  expect(changedTables(before, await fingerprint())).toEqual([])
  // Nobody waits for a tree that never ends: far from any limit of time, so that a busy machine does not matter.
  expect(Math.max(...slow)).toBeLessThan(10_000)
}, 300_000)

function partsOf(pairs: readonly (readonly [string, string])[]): FormData {
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value)
  return form
}

test('headers that make no sense are refused or left alone', async () => {
  const values = ['Bearer %E0%A4%A', 'Bearer ', 'bearer x'.repeat(100), 'Basic Zm9v', '\u00ff', '{}', "' OR 1=1"]
  for (const path of ['/', '/desk', '/api/people', '/api/auth/session', '/media/x/y', '/search?q=a', '/healthz']) {
    for (const value of values) {
      for (const name of [
        'Authorization',
        'Cookie',
        'Accept-Language',
        'If-None-Match',
        'Range',
        'Next-Router-State-Tree',
        'RSC',
      ]) {
        const { status } = await fetch(server.url + path, { headers: { [name]: value }, redirect: 'manual' })
        expect(status, `${path} ${name}: ${value}`).toBeLessThan(500)
      }
    }
  }
  await isAlive()
}, 300_000)

/** Something of this machine that only the server could reach: it counts who came. */
async function innerListener(): Promise<{ port: number; seen: () => number; close: () => Promise<void> }> {
  let seen = 0
  const listener = createServer((socket) => {
    seen += 1
    socket.end()
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  return {
    port: (listener.address() as AddressInfo).port,
    seen: () => seen,
    close: () => new Promise((resolve) => listener.close(() => resolve())),
  }
}

/** Sends these bytes as they stand, and gives back what came within a second. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(Number(new URL(server.url).port), 'localhost', () => socket.write(bytes))
    socket.on('data', (piece) => {
      answer += piece.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.setTimeout(1_000, () => socket.destroy())
    socket.on('close', () => resolve(answer))
  })
}

test('no header and no target of a request makes the server ask another address', async () => {
  const inner = await innerListener()
  const there = `127.0.0.1:${inner.port}`
  const end = 'Connection: close\r\n\r\n'
  const asked = [
    `GET /desk HTTP/1.1\r\nHost: ${there}\r\n${end}`,
    `GET http://${there}/ HTTP/1.1\r\nHost: ${there}\r\n${end}`,
    `GET http://${there}/desk HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: ${there}\r\n${end}`,
    `GET http://${there}/x HTTP/1.1\r\nHost: ${there}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    `CONNECT ${there} HTTP/1.1\r\nHost: ${there}\r\n\r\n`,
    `POST /login HTTP/1.1\r\nHost: ${there}\r\nOrigin: http://${there}\r\nNext-Action: x\r\nContent-Length: 2\r\n${end}[]`,
    ...['Location', 'X-Middleware-Rewrite', 'X-Nextjs-Rewrite', 'X-Original-URL', 'X-Rewrite-URL', 'X-Invoke-Path'].map(
      (name) => `GET /search?q=a HTTP/1.1\r\nHost: localhost\r\n${name}: http://${there}/\r\n${end}`,
    ),
    ...[
      `http://${there}/a.png`,
      `//${there}/a.png`,
      '/api/people',
      '/media/x/y',
      '/favicon.svg',
      'file:///etc/passwd',
    ].map((url) => `GET /_next/image?url=${encodeURIComponent(url)}&w=640&q=75 HTTP/1.1\r\nHost: localhost\r\n${end}`),
  ]
  for (const bytes of asked) {
    const answer = await exchange(bytes)
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
    expect(status === 500 || status === 101, bytes).toBe(false)
    if (bytes.includes('/_next/image')) expect(status, bytes).toBeGreaterThanOrEqual(400)
    expect(answer, bytes).not.toContain('root:')
  }
  expect(inner.seen()).toBe(0)
  await inner.close()
  await isAlive()
}, 60_000)

test('an action that is none is not found, and no answer lists those that are', async () => {
  const response = await fetch(`${server.url}/login`, {
    method: 'POST',
    headers: { Origin: server.url, 'Next-Action': 'f'.repeat(42), 'Content-Type': 'text/plain;charset=UTF-8' },
    body: '[]',
  })
  expect([404, 409]).toContain(response.status)
  const text = await response.text()
  for (const way of ways) if (way.kind === 'action') expect(text).not.toContain(actionId(way.file, way.exported))
})

test('what browsers get holds no code of the server, no secret and no map of the source', () => {
  const folder = join(import.meta.dirname, '../../..', process.env.NEXT_DIST_DIR ?? '.next', 'static')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const maps = files.filter((file) => file.endsWith('.map')).map((file) => readFileSync(join(folder, file), 'utf8'))
  // The framework writes one that maps nothing.
  expect(maps.filter((map) => (JSON.parse(map) as { sources: string[] }).sources.length > 0)).toEqual([])
  const scripts = files.filter((file) => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(10)
  for (const file of scripts) {
    const text = readFileSync(join(folder, file), 'utf8')
    for (const word of [
      'standfirst seal',
      'standfirst session',
      'aes-256-gcm',
      'SOURCE_KEY',
      'DATABASE_URL',
      'SELECT s.id',
    ])
      expect(text.includes(word), `${file} has ${word}`).toBe(false)
  }
})

test('what is hostile here is hostile: the same values go through no schema by being odd', () => {
  const odd = fc.sample(hostileValue, { numRuns: 200, seed: SEED })
  expect(odd.some((value) => JSON.stringify(value)?.includes('__proto__'))).toBe(true)
  expect(odd.some((value) => typeof value === 'object' && value !== null && 'not' in value)).toBe(true)
})
