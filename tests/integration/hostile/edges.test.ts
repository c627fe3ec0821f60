import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '@/lib/auth/password'
import { database } from '@/lib/db/database'
import { type ActionWay, allWays, type RouteWay, type Way } from '@/tests/support/access/doors'
import { changedTables, fingerprint } from '@/tests/support/access/fingerprint'
import { mutated } from '@/tests/support/access/hostile-values'
import { rawGet } from '@/tests/support/access/raw-get'
import { type Ask, askFor, paramsFor, pathFor, send } from '@/tests/support/access/requests'
import { aWorld, type World } from '@/tests/support/access/world'
import { type HttpPerson, signInOverHttp } from '@/tests/support/http-person'
import { aPerson } from '@/tests/support/newsroom-rows'
import { scratchFolder } from '@/tests/support/scratch-folder'
import { type ServerProcess, startServer } from '@/tests/support/server-process'

// What stands at the edges of HTTP: addresses that nobody answers, parameters that stand twice, bodies that are not what they say, objects in
// the place of words. Served under a name with TLS in front, as a paper is.

const PASSWORD = 'a long one for whoever stands at the edge'
const SITE = 'https://paper.example'

let server: ServerProcess
let ways: (RouteWay | ActionWay)[]
let world: World
let administrator: HttpPerson
/** What the proxy in front adds. */
const front = { 'X-Forwarded-For': '198.51.100.7', 'X-Forwarded-Proto': 'https' }

const isDoor = (way: Way): way is RouteWay | ActionWay => way.kind === 'route' || way.kind === 'action'

beforeAll(async () => {
  const [owner, editor, admin] = await Promise.all([aPerson('REPORTER'), aPerson('EDITOR'), aPerson('ADMINISTRATOR')])
  world = await aWorld(owner, editor, 'edges')
  await database().person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } })
  server = await startServer({
    folder: join(scratchFolder(), '.data'),
    env: {
      DATABASE_URL: process.env.DATABASE_URL ?? '',
      MEDIA_DIR: process.env.MEDIA_DIR ?? '',
      SITE_URL: SITE,
      TRUST_PROXY: '1',
      LOG_LEVEL: 'info',
    },
  })
  administrator = await signInOverHttp(server.url, { email: admin.email, password: PASSWORD })
  ways = (await allWays()).filter(isDoor)
}, 300_000)

afterAll(() => server?.stop())

function post(path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...front, Origin: server.url, ...headers },
    body,
  })
}

test('an address under /api that nothing answers is not found, in the form of the API, whoever asks and however', async () => {
  for (const path of ['/api/v2/articles', '/api/nothing', '/api/documents', '/api/people/nobody/at/all']) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const headers of [{}, administrator.headers(), { Origin: 'https://elsewhere.example' }]) {
        const answer = await fetch(server.url + path, { method, headers, redirect: 'manual' })
        const where = `${method} ${path}`
        expect(answer.status, where).toBe(404)
        expect(answer.headers.get('content-type'), where).toMatch(/^application\/json/)
        expect(await answer.json(), where).toMatchObject({ error: { code: 'NOT_FOUND', status: 404 } })
      }
    }
  }
  expect((await fetch(`${server.url}/api/v1/nothing`)).status).toBe(404)
}, 300_000)

test('what no page of the newsroom and no file answers is not found', async () => {
  const none = ['/desk/nothing', '/desk/no/such/page', '/admin/nothing', '/login/no/such', '/media/x', '/healthz/x']
  const files = ['/.env', '/.git/config', '/package.json', '/_next/nothing', '/_next/server/app-paths-manifest.json']
  const debug = [
    '/debug',
    '/_next/webpack-hmr',
    '/__nextjs_original-stack-frames',
    '/metrics',
    '/server-status',
    '/docs',
  ]
  for (const path of [...none, ...files, ...debug])
    for (const headers of [{}, administrator.headers()])
      expect((await rawGet(server.url, path, headers)).status, path).toBe(404)
}, 300_000)

test('of a parameter or a field that stands twice neither is taken', async () => {
  for (const path of [
    '/api/articles/search?q=a&q=b',
    '/api/zoned-time?local=2026-06-01T06:00&zone=UTC&zone=Asia/Tokyo',
  ])
    expect((await administrator.get(path)).status, path).toBe(400)
  const before = await fingerprint()
  const form = 'email=a@reader.example&email=b@reader.example&newsletter=x'
  const answer = await post('/api/newsletters/subscribe', form, { 'Content-Type': 'application/x-www-form-urlencoded' })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('twice')
  expect(changedTables(before, await fingerprint())).toEqual([])
})

test('a body that is not what it says is refused, and is no error of ours', async () => {
  const forms = ['/api/newsletters/subscribe', '/api/questions', '/newsletters/unsubscribe/x', '/newsletters/confirm/x']
  const bodies: [string, string][] = [
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=x', 'x'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
    ['application/json', '{"email":{"not":""}}'],
    ['text/plain', 'email=a@reader.example'],
    ['text/html', '<form>'],
    ['application/x-www-form-urlencodedish', 'a=b'],
  ]
  for (const path of forms)
    for (const [type, body] of bodies) {
      const { status } = await post(path, body, { 'Content-Type': type })
      // The links of mails ask for nothing in their bodies.
      expect(status === 303 || (status >= 400 && status < 500), `${status} ${path} ${type}`).toBe(true)
    }
  for (const [type, body] of [
    ['text/plain', '{}'],
    ['application/x-www-form-urlencoded', '{}'],
    ['application/jsonp', '{}'],
    ['application/json', '{'],
    ['application/json', '\u0000'],
    ['application/json', '['.repeat(3_000)],
  ] as const)
    expect((await post('/api/alerts', body, { 'Content-Type': type })).status, type).toBe(400)
}, 300_000)

/** Where an input has words, and nothing else: `mutated` puts something in their place. */
function textsOf(input: unknown, count: number): number[] {
  return Array.from({ length: count }, (_, at) => at).filter((at) => {
    const marked = JSON.stringify(mutated(input, { at, value: '\u0007mark', isExtra: false })) ?? ''
    return marked.length > 0 && typeof valueAt(input, marked) === 'string'
  })
}

/** What stood where the mark stands now. */
function valueAt(input: unknown, marked: string): unknown {
  const walk = (before: unknown, after: unknown): unknown => {
    if (after === '\u0007mark') return before
    if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null) return undefined
    for (const key of Object.keys(before)) {
      const found = walk((before as Record<string, unknown>)[key], (after as Record<string, unknown>)[key])
      if (found !== undefined) return found
    }
    return undefined
  }
  return walk(input, JSON.parse(marked))
}

const IN_PLACE_OF_WORDS: readonly unknown[] = [{ not: '' }, { contains: '' }, [''], 1]

test('an operator, a list or a number in the place of words is refused at every door, and finds nobody', async () => {
  const problems: string[] = []
  let asked = 0
  const open = ways.filter(
    (way) => ['anyone', 'visitor', 'self'].includes(way.door.permission) && !way.name.includes('/api/auth/'),
  )
  const before = await fingerprint()
  for (const way of open.filter((each) => each.kind === 'action' || each.door.body !== undefined)) {
    // Fields of forms are text, whatever anybody sends.
    if (way.kind === 'route' && way.door.bodyIs === 'form') continue
    const good = askFor(way, ({ kind }) => world.ids[kind])
    for (const at of textsOf(good.body, 20)) {
      const asks = IN_PLACE_OF_WORDS.map(
        (value): Ask => ({ ...good, body: mutated(good.body, { at, value, isExtra: false }) }),
      )
      const answers = await Promise.all(
        asks.map((ask) => send(server.url, way, ask, { ...administrator.headers(), ...front })),
      )
      asked += answers.length
      for (const [index, { status }] of answers.entries())
        if (![400, 403].includes(status))
          problems.push(`${way.name} answers ${status} to ${JSON.stringify(asks[index]?.body).slice(0, 120)}`)
    }
  }
  expect(problems).toEqual([])
  expect(asked).toBeGreaterThan(100)
  expect(changedTables(before, await fingerprint())).toEqual([])
}, 300_000)

test('what was encoded twice is decoded once', async () => {
  const page = await (await fetch(`${server.url}/search?q=%253Cscript%253Ealert(1)%253C/script%253E`)).text()
  expect(page).toContain('%3Cscript%3Ealert(1)%3C/script%3E')
  expect(page).not.toMatch(/<script[^>]*>alert/)
  const found = await administrator.get('/api/articles/search?q=%253Cb%253E')
  expect(await found.text()).not.toContain('<b>')
})

test('behind TLS every cookie is Secure, HttpOnly, SameSite and __Host-, and browsers are told to stay there', async () => {
  const answers = await Promise.all(
    ['/api/auth/csrf', '/login', '/', '/desk'].map((path) => fetch(server.url + path, { redirect: 'manual' })),
  )
  for (const answer of answers)
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  const given = Object.keys(
    Object.fromEntries((administrator.headers().Cookie ?? '').split('; ').map((pair) => pair.split('='))),
  )
  expect(given).toContain('__Host-standfirst-session')
  for (const name of given) expect(name).toMatch(/^__Host-standfirst-/)
  for (const line of answers.flatMap((answer) => answer.headers.getSetCookie())) {
    expect(line).toMatch(/^__Host-/)
    for (const attribute of ['; Path=/', '; HttpOnly', '; Secure', '; SameSite=Lax']) expect(line).toContain(attribute)
    expect(line).not.toMatch(/; Domain/i)
  }
  expect(answers.flatMap((answer) => answer.headers.getSetCookie()).length).toBeGreaterThan(0)
})

test('whom a door turned away is in the log by their id, in one line, whatever they sent', async () => {
  const evil = 'x%0d%0a{"level":60,"msg":"forged"}'
  await rawGet(server.url, `/desk/${evil}`, { ...front, 'User-Agent': 'a{"level":60,"msg":"forged"}' })
  await post('/login', 'a=b', { Origin: 'https://elsewhere.example', 'Next-Action': 'x' })
  await post(`/desk/${evil}`, 'a=b', { Origin: 'https://elsewhere.example' })
  await post('/api/people', '{}', {
    ...administrator.headers(),
    Origin: 'https://elsewhere.example',
    'Content-Type': 'application/json',
  })
  await fetch(`${server.url}/api/v1/articles`, { headers: { Authorization: 'Bearer sf_nothing' } })
  const lines = () =>
    server
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { msg?: string; where?: string; code?: string; level: number })
  const refused = () => lines().filter(({ msg }) => msg === 'a request was refused')
  await expect.poll(() => refused().map(({ where }) => where)).toContain('/login')
  expect(refused().map(({ where, code }) => `${where} ${code}`)).toEqual(
    expect.arrayContaining(['/login FORBIDDEN', 'api /api/v1/articles NO_TOKEN']),
  )
  expect(lines().filter(({ msg }) => msg === 'forged')).toEqual([])
  expect(server.output()).not.toMatch(/^\{"level":60/m)
})

test('reading changes nothing: no GET and no HEAD, of any page or route, by whoever may see everything', async () => {
  // What is saved as a file, a name that is looked at, and evidence that is fetched are written down.
  const noted = ['AuditEvent']
  const problems: string[] = []
  const all = (await allWays()).filter((way) => way.kind !== 'action' && (way.kind !== 'route' || way.method === 'GET'))
  const before = await fingerprint()
  for (const way of all) {
    if (way.name.includes('/login/sso')) continue
    const path = pathFor(
      way,
      paramsFor(way, ({ kind }) => world.ids[kind]),
    )
    for (const headers of [administrator.headers(), {}])
      for (const method of ['GET', 'HEAD']) {
        const answer = await fetch(server.url + path, { method, redirect: 'manual', headers: { ...headers, ...front } })
        if (/event-stream/.test(answer.headers.get('content-type') ?? '')) await answer.body?.cancel()
        else await answer.arrayBuffer()
        if (answer.status >= 500) problems.push(`${method} ${path} answers ${answer.status}`)
      }
  }
  expect(problems).toEqual([])
  expect(all.length).toBeGreaterThan(100)
  expect(changedTables(before, await fingerprint()).filter((table) => !noted.includes(table))).toEqual([])
}, 300_000)

const STEERING: Record<string, string>[] = [
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  { 'x-middleware-prefetch': '1', purpose: 'prefetch' },
  { 'x-nextjs-data': '1' },
  { Accept: 'text/x-component' },
  { Accept: 'application/json', 'Accept-Language': 'ar' },
  { Host: 'elsewhere.example' },
  { 'X-Forwarded-Host': 'elsewhere.example', 'X-Forwarded-Proto': 'http' },
  { 'X-Original-URL': '/desk', 'X-Rewrite-URL': '/desk' },
  { 'Next-Action': 'x' },
  { 'X-HTTP-Method-Override': 'POST' },
  { Range: 'bytes=0-3' },
]

test('whoever asks first, and with which headers, the next reader gets the page as it is', async () => {
  const pageOf = async (words: string, headers: Record<string, string> = {}) =>
    rawGet(server.url, `/search?q=${words}`, headers)
  const bodyOf = (bytes: string, words: string) => bytes.slice(bytes.indexOf('<!DOCTYPE')).replaceAll(words, 'WORDS')
  const clean = await pageOf('cold0')
  expect(clean.bytes).toContain('<!DOCTYPE')
  for (const [index, headers] of [...STEERING, administrator.headers()].entries()) {
    const words = `warm${index}`
    const first = await pageOf(words, headers)
    const next = await pageOf(words)
    const where = JSON.stringify(headers)
    expect(next.status, where).toBe(200)
    expect(bodyOf(next.bytes, words), where).toBe(bodyOf(clean.bytes, 'cold0'))
    expect(bodyOf(first.bytes, words), where).toBe(bodyOf(clean.bytes, 'cold0'))
    expect(next.bytes, where).not.toContain('elsewhere.example')
    expect(first.bytes, where).not.toContain('set-cookie')
  }
}, 300_000)

const ODD = [
  `'`,
  `"`,
  `')) OR 1=1--`,
  `;DROP TABLE "Article";`,
  '[]',
  '{"not":""}',
  '$where',
  '%00',
  '%ff',
  '\\',
  '-1',
  '1e309',
  '0x1',
]
const PUBLIC: Record<string, string[]> = {
  '/search': ['q', 'page', 'section', 'after', 'before', 'order'],
  '/': ['page', 'order', 'filter'],
  '/topic/none': ['page'],
  '/oembed': ['url', 'format', 'maxwidth', 'maxheight'],
  '/look.css': ['v'],
}

test('whatever stands in a parameter for readers, it is an answer like any other', async () => {
  const before = await fingerprint()
  for (const [path, names] of Object.entries(PUBLIC)) {
    for (const name of names) {
      for (const value of [
        ...ODD.map(encodeURIComponent),
        'x'.repeat(7_000),
        '%E0%A4%A',
        `a&${name}=b`,
        `a&${name}[]=b`,
      ]) {
        const { status, bytes } = await rawGet(server.url, `${path}?${name}=${value}`)
        expect(status, `${path}?${name}=${value.slice(0, 40)}`).toBeLessThan(500)
        expect(bytes, `${path}?${name}=${value.slice(0, 40)}`).not.toMatch(/prisma|postgres|syntax error|at \w+ \(/i)
      }
    }
  }
  expect(changedTables(before, await fingerprint())).toEqual([])
}, 300_000)
