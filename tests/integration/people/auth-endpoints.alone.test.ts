import { encode } from 'next-auth/jwt'
import { expect, test, vi } from 'vitest'
import { GET, POST } from '@/app/api/auth/[...nextauth]/route'
import { checkSession } from '@/lib/auth/check-session'
import { openSession } from '@/lib/auth/session-cookie'
import { database } from '@/lib/db/database'
import { enter, NOBODY, PASSWORD } from './newsroom'

// Every request here comes to the route handler itself, as Next would call it.
vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => undefined }), headers: async () => new Headers() }))

const HOSTS = ['localhost:3130', '127.0.0.1:3130', 'newsroom.example']
let place = 0

/** A browser or script: keeps cookies, sends Host as its address has it. */
class Client {
  readonly cookies = new Map<string, string>()
  readonly host: string
  readonly address = `198.51.100.${++place}`

  constructor(host = 'localhost:3130') {
    this.host = host
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#visit(path, { headers })
  }

  post(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return this.#visit(path, { method: 'POST', body: new URLSearchParams(form), headers })
  }

  async csrfToken(): Promise<string> {
    const { csrfToken } = (await (await this.get('/api/auth/csrf')).json()) as { csrfToken: string }
    return csrfToken
  }

  async signIn(form: Record<string, string>): Promise<Response> {
    return this.post('/api/auth/callback/credentials', { csrfToken: await this.csrfToken(), ...form })
  }

  async #visit(
    path: string,
    init: { method?: string; body?: URLSearchParams; headers: Record<string, string> },
  ): Promise<Response> {
    const request = new Request(`http://localhost:3130${path}`, {
      ...init,
      headers: {
        ...init.headers,
        host: this.host,
        'x-standfirst-address': this.address,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
    // Node leaves a Host header out of a Request; Next's has it.
    request.headers.set('host', this.host)
    const nextauth = new URL(request.url).pathname.split('/').slice(3).map(decodeURIComponent)
    const answer = await (init.method === 'POST' ? POST : GET)(request, { params: Promise.resolve({ nextauth }) })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const [name = '', ...value] = pair.split('=')
      if (value.join('=') === '') this.cookies.delete(name)
      else this.cookies.set(name, value.join('='))
    }
    return answer
  }
}

test.each(HOSTS)('a script signs in and out through the standard endpoints at %s', async (host) => {
  const ada = await enter('EDITOR')
  const client = new Client(host)
  const answer = await client.signIn({
    email: ada.email,
    password: PASSWORD,
    callbackUrl: '/desk/articles?q=two%20words',
  })
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe('/desk/articles?q=two%20words')
  const session = await (await client.get('/api/auth/session')).json()
  expect(session).toEqual({ user: { id: ada.id, name: ada.name, email: ada.email, role: 'EDITOR' } })
  const claims = await openSession(client.cookies.get('standfirst-session'))
  await client.post('/api/auth/signout', { csrfToken: await client.csrfToken() })
  expect(client.cookies.has('standfirst-session')).toBe(false)
  expect(await checkSession(claims?.secret ?? '')).toEqual(NOBODY)
  expect(await (await client.get('/api/auth/session')).json()).toEqual({})
})

test('the session cookie is HttpOnly, Lax, for the whole host and holds nothing readable', async () => {
  const ada = await enter('EDITOR')
  const answer = await new Client().signIn({ email: ada.email, password: PASSWORD })
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('standfirst-session=')) ?? ''
  expect(cookie).toMatch(/; Path=\/;/)
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Lax')
  expect(cookie).not.toContain('Domain')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const rows = await database().session.findMany({ where: { personId: ada.id } })
  for (const row of rows) expect(cookie).not.toContain(row.tokenHash)
})

test('next-auth’s own script gets a whole address of the host that it asked', async () => {
  const ada = await enter('EDITOR')
  const client = new Client('127.0.0.1:3130')
  const answer = await client.signIn({
    email: ada.email,
    password: PASSWORD,
    json: 'true',
    callbackUrl: 'http://127.0.0.1:3130/desk',
  })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ url: 'http://127.0.0.1:3130/desk' })
})

test('a wrong password leads back to the sign-in page and tells no more than an unknown address', async () => {
  const ada = await enter('EDITOR')
  const wrong = await new Client().signIn({ email: ada.email, password: 'not this one at all', callbackUrl: '/desk' })
  const unknown = await new Client().signIn({
    email: 'unknown@newsroom.test',
    password: PASSWORD,
    callbackUrl: '/desk',
  })
  for (const answer of [wrong, unknown]) {
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('/login?error=CredentialsSignin')
    expect(answer.headers.getSetCookie().join()).not.toContain('standfirst-session=ey')
  }
  const json = await new Client().signIn({ email: ada.email, password: 'not this one at all', json: 'true' })
  expect(await json.json()).toEqual({ url: 'http://localhost:3130/login?error=CredentialsSignin' })
})

test('too many tries are a 429 that says when to come back, and no word of it is in the address', async () => {
  const ada = await enter('EDITOR')
  const client = new Client()
  for (let time = 0; time < 5; time++) await client.signIn({ email: ada.email, password: 'not this one at all' })
  const answer = await client.signIn({ email: ada.email, password: PASSWORD, json: 'true' })
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(600)
  expect(await answer.json()).toMatchObject({ error: { code: 'RATE_LIMITED' } })
})

test('headers that a client makes up do not change where it is counted', async () => {
  const ada = await enter('EDITOR')
  const client = new Client()
  const csrfToken = await client.csrfToken()
  const statuses: number[] = []
  for (let time = 0; time < 7; time++) {
    const headers = {
      'x-forwarded-for': `10.0.0.${time}`,
      'x-real-ip': `10.0.1.${time}`,
      forwarded: `for=10.0.2.${time}`,
    }
    const form = { csrfToken, email: ada.email, password: 'not this one at all' }
    statuses.push((await client.post('/api/auth/callback/credentials', form, headers)).status)
  }
  expect(statuses).toEqual([302, 302, 302, 302, 302, 429, 429])
})

test('without the CSRF token nobody is signed in, and nobody is signed out', async () => {
  const ada = await enter('EDITOR')
  const client = new Client()
  for (const csrfToken of ['', 'made up', 'a'.repeat(64)]) {
    const answer = await client.post('/api/auth/callback/credentials', {
      csrfToken,
      email: ada.email,
      password: PASSWORD,
    })
    expect(answer.headers.get('location')).toBe('/login?error=Expired')
    expect(client.cookies.has('standfirst-session')).toBe(false)
  }
  await client.signIn({ email: ada.email, password: PASSWORD })
  const cookie = client.cookies.get('standfirst-session')
  await client.post('/api/auth/signout', { csrfToken: 'made up' })
  expect(client.cookies.get('standfirst-session')).toBe(cookie)
  expect(await (await client.get('/api/auth/session')).json()).toHaveProperty('user')
})

test.each([
  [{ origin: 'https://elsewhere.test' }],
  [{ origin: 'null' }],
  [{ 'sec-fetch-site': 'cross-site' }],
  [{ origin: 'http://localhost:3130', 'sec-fetch-site': 'same-site' }],
  [{ origin: 'https://elsewhere.test', 'x-forwarded-host': 'elsewhere.test' }],
])('a form of another site is refused: %o', async (headers) => {
  const ada = await enter('EDITOR')
  const client = new Client()
  const form = { csrfToken: await client.csrfToken(), email: ada.email, password: PASSWORD }
  const answer = await client.post('/api/auth/callback/credentials', form, headers)
  expect(answer.status).toBe(403)
  expect(client.cookies.has('standfirst-session')).toBe(false)
})

const ELSEWHERE = [
  'https://elsewhere.test',
  '//elsewhere.test',
  '///elsewhere.test',
  '////elsewhere.test/desk',
  '/\\elsewhere.test',
  '\\\\elsewhere.test',
  '/\t/elsewhere.test',
  '/\n/elsewhere.test',
  '\t//elsewhere.test',
  ' https://elsewhere.test',
  'https:elsewhere.test',
  'https:/elsewhere.test',
  'http:///elsewhere.test',
  '/.//elsewhere.test',
  '/..//elsewhere.test',
  '/desk/..//elsewhere.test',
  '/%2felsewhere.test',
  '/%2f%2felsewhere.test',
  '/%252felsewhere.test',
  '/%5celsewhere.test',
  '/%255celsewhere.test',
  '/%09/elsewhere.test',
  '/%00/elsewhere.test',
  '/%0d%0aLocation:%20https://elsewhere.test',
  '/\u2028/elsewhere.test',
  '/\u200b/elsewhere.test',
  '/／elsewhere.test',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'http://localhost:3130@elsewhere.test',
  'http://localhost:3130.elsewhere.test/',
  'http://localhost:3130\\@elsewhere.test',
  'http://elsewhere.test#localhost:3130',
  'http://localhost:3131/desk',
  '@elsewhere.test',
  'elsewhere.test',
  '?next=//elsewhere.test',
  '/%',
  '',
]

test.each(ELSEWHERE)('callbackUrl %j stays here', async (callbackUrl) => {
  const ada = await enter('EDITOR')
  const client = new Client()
  const there = await client.signIn({ email: ada.email, password: PASSWORD, callbackUrl })
  expect(whereTo(there, client)).toBe('localhost:3130')
  expect(there.headers.get('location')).not.toContain('//')
  const inAddress = await client.get(`/api/auth/signin?callbackUrl=${encodeURIComponent(callbackUrl)}`)
  expect(inAddress.status).toBe(302)
  expect(whereTo(inAddress, client)).toBe('localhost:3130')
  expect(decodeURIComponent(inAddress.headers.get('location') ?? '')).not.toContain('elsewhere.test')
  const csrfToken = await client.csrfToken()
  expect(whereTo(await client.post('/api/auth/signout', { csrfToken, callbackUrl }), client)).toBe('localhost:3130')
})

function whereTo(answer: Response, client: Client): string {
  return new URL(answer.headers.get('location') ?? 'http://no-location', `http://${client.host}`).host
}

test('a cookie that names another place does not lead there', async () => {
  const ada = await enter('EDITOR')
  const client = new Client()
  client.cookies.set('standfirst-callback', encodeURIComponent('https://elsewhere.test'))
  const answer = await client.signIn({ email: ada.email, password: PASSWORD })
  expect(answer.headers.get('location')).toBe('/desk')
})

test('an encrypted token that was made for another purpose, and damaged ones, are nobody', async () => {
  const ada = await enter('EDITOR')
  const claims = { sub: ada.id, secret: ada.secret }
  const secret = process.env.NEXTAUTH_SECRET ?? ''
  const others = [
    await encode({ token: claims, secret }),
    await encode({ token: claims, secret, salt: 'preview' }),
    await encode({ token: { ...claims, secret: 'short' }, secret, salt: 'standfirst session' }),
    await encode({ token: claims, secret, salt: 'standfirst session', maxAge: -60 }),
    'eyJhbGciOiJub25lIn0..e30..',
    'a.b.c',
    ada.secret,
    '%E0%A4%A',
  ]
  for (const cookie of others) expect(await openSession(cookie)).toBeNull()
  const client = new Client()
  client.cookies.set('standfirst-session', '%E0%A4%A')
  const answer = await client.get('/api/auth/session', { authorization: 'Bearer %E0%A4%A' })
  expect(await answer.json()).toEqual({})
})

test('next-auth’s other doors are shut', async () => {
  const client = new Client()
  const csrfToken = await client.csrfToken()
  expect((await client.post('/api/auth/_log', { code: 'x', level: 'error', csrfToken })).status).toBe(404)
  expect((await client.post('/api/auth/session', { csrfToken })).status).toBe(404)
  expect((await client.post('/api/auth/signin/credentials', { csrfToken })).status).toBe(404)
  expect((await client.get('/api/auth/callback/credentials')).status).toBe(404)
  expect((await client.get('/api/auth/verify-request')).status).toBe(404)
  expect((await client.get('/api/auth/callback/github?code=1&state=2')).status).toBe(404)
})

test('what is no form, too long or no text is refused without a look at the password', async () => {
  const client = new Client()
  const params = Promise.resolve({ nextauth: ['callback', 'credentials'] })
  const json = new Request('http://localhost:3130/api/auth/callback/credentials', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: { not: '' }, password: { not: '' } }),
  })
  expect((await POST(json, { params })).status).toBe(400)
  expect((await client.signIn({ email: 'x', password: 'y'.repeat(30_000) })).status).toBe(413)
  expect((await client.signIn({ email: 'x'.repeat(2000), password: 'y' })).headers.get('location')).toContain(
    'error=CredentialsSignin',
  )
  expect((await client.signIn({ email: 'someone@newsroom.test' })).headers.get('location')).toContain(
    'error=CredentialsSignin',
  )
})
