import { expect, test, vi } from 'vitest'
import { askForLink } from '@/app/(sign-in)/login/link/actions'
import { askForReset } from '@/app/(sign-in)/reset/actions'
import { GET, POST } from '@/app/api/auth/[...nextauth]/route'
import { LIMITS } from '@/lib/auth/limits'
import { signIn } from '@/lib/auth/sign-in'
import { database } from '@/lib/db/database'
import { findLink } from '@/lib/people/find-link'
import { SIGN_IN } from '@/lib/settings/sign-in-settings'
import { statementsOf } from '@/tests/support/query-plans'
import { enter, PASSWORD } from './newsroom'

let sent = new Headers()
let place = 0

vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
  headers: async () => sent,
}))

/** As a browser on a page of ours sends it, from a network of its own. */
function fromOurPage(extra: Record<string, string> = {}, address = `198.51.100.${++place}`): Headers {
  return new Headers({
    host: 'localhost:3000',
    origin: 'http://localhost:3000',
    'x-standfirst-address': address,
    ...extra,
  })
}

async function trySignIn(email: string, headers: Headers, path = '/api/auth/callback/credentials'): Promise<Response> {
  const ask = (method: string, at: string, init: { body?: URLSearchParams; cookie?: string } = {}) => {
    const request = new Request(`http://localhost:3000${at}`, {
      method,
      headers,
      ...(init.body ? { body: init.body } : {}),
    })
    request.headers.set('host', 'localhost:3000')
    if (init.cookie) request.headers.set('cookie', init.cookie)
    const nextauth = at.split('/').slice(3).filter(Boolean)
    return (method === 'GET' ? GET : POST)(request, { params: Promise.resolve({ nextauth }) })
  }
  const token = await ask('GET', '/api/auth/csrf')
  const { csrfToken } = (await token.json()) as { csrfToken: string }
  const cookie = token.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const body = new URLSearchParams({ csrfToken, email, password: 'not this one at all', json: 'true' })
  return ask('POST', path, { body, cookie })
}

test('sign-in, new password, mailed link and invitation say the same of known and unknown addresses', async () => {
  await database().setting.create({ data: { key: SIGN_IN.keys.linkOn, value: true } })
  const ada = await enter('EDITOR')
  const said = async (email: string) => {
    sent = fromOurPage()
    const answer = await trySignIn(email, sent)
    const body = (await answer.text()).replaceAll(email, '…')
    return [answer.status, body, await askForReset({ email }), await askForLink({ email, next: '/desk' })]
  }
  expect(await said(ada.email)).toEqual(await said('unknown@newsroom.test'))
  // What an invitation is worth is said to whoever holds the link; a guessed one is unknown, whatever else there is.
  expect(await findLink(['JOIN'], 'x'.repeat(43))).toEqual({ state: 'unknown' })
})

test.each([
  ['another e-mail each time', (time: number) => ({ email: `other-${time}@newsroom.test` }), 50],
  ['X-Forwarded-For', (time: number) => ({ headers: { 'x-forwarded-for': `10.9.0.${time}` } }), 5],
  [
    'X-Real-IP and Forwarded',
    (time: number) => ({ headers: { 'x-real-ip': `10.9.1.${time}`, forwarded: `for=10.9.1.${time}` } }),
    5,
  ],
  [
    'the case of letters and blanks',
    (time: number) => ({ email: `${' '.repeat(time % 3)}Case${time % 2 ? 'd' : 'D'}@Newsroom.test` }),
    5,
  ],
  ['a slash at the end', (time: number) => ({ path: `/api/auth/callback/credentials${time % 2 ? '/' : ''}` }), 5],
  [
    'a cookie of a device that is none',
    (time: number) => ({ headers: { cookie: `standfirst-device=${String(time).padStart(43, 'x')}` } }),
    5,
  ],
])(
  '%s does not get around the limit of sign-ins, which answers 429 with Retry-After and a sentence',
  async (_, vary, tries) => {
    const address = `198.51.100.${++place}`
    const statuses: number[] = []
    let last: Response | undefined
    for (let time = 0; time < tries + 2; time++) {
      const {
        email = 'somebody@newsroom.test',
        headers = {},
        path,
      } = vary(time) as {
        email?: string
        headers?: Record<string, string>
        path?: string
      }
      last = await trySignIn(email, fromOurPage(headers, address), path)
      statuses.push(last.status)
    }
    expect(statuses.slice(0, tries)).not.toContain(429)
    expect(statuses.slice(tries)).toEqual([429, 429])
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await last?.json()).toMatchObject({
      error: { message: expect.stringMatching(/^Too many tries\. Try again in /) },
    })
  },
)

test('the addresses of one IPv6 subscriber share a limit', async () => {
  const statuses: number[] = []
  for (let time = 0; time < 7; time++)
    statuses.push((await trySignIn('six@newsroom.test', fromOurPage({}, `2001:db8:1:2:${time}::${time}`))).status)
  expect(statuses.slice(-2)).toEqual([429, 429])
  expect((await trySignIn('six@newsroom.test', fromOurPage({}, '2001:db8:1:3::1'))).status).not.toBe(429)
})

/**
 * The share of pairs in which the first took longer (the statistic of Mann and Whitney, as a probability): a half where nothing tells them
 * apart, near nothing or near one where an answer comes without a hash.
 */
function probabilityOfLonger(first: readonly number[], second: readonly number[]): number {
  const longer = first.flatMap((one) => second.map((other): number => (one > other ? 1 : one === other ? 0.5 : 0)))
  return longer.reduce((sum, each) => sum + each, 0) / longer.length
}

test('a refused sign-in asks the database the same things, in the same order, whoever has the address', async () => {
  const [ada, gone] = [await enter('EDITOR'), await enter('EDITOR')]
  await database().person.update({ where: { id: gone.id }, data: { status: 'DEACTIVATED' } })
  const asked = async (email: string) => {
    const visit = { address: `10.7.${++place}.1`, userAgent: '', formerSecret: null, deviceSecret: 'd'.repeat(43) }
    const heard = await statementsOf(() => signIn(visit, { email, password: `${PASSWORD}, wrong` }))
    return heard.map(({ text }) => text)
  }
  const ofNobody = await asked('unknown-4@newsroom.test')
  expect(ofNobody).toHaveLength(2)
  expect(await asked(ada.email)).toEqual(ofNobody)
  expect(await asked(gone.email)).toEqual(ofNobody)
  // Those who are to come through another house.
  await database().setting.createMany({
    data: [
      { key: SIGN_IN.keys.passwords, value: 'administrators' },
      { key: SIGN_IN.keys.oidcOn, value: true },
    ],
  })
  expect(await asked(ada.email)).toEqual(ofNobody)
  await database().setting.deleteMany({ where: { key: { in: [SIGN_IN.keys.passwords, SIGN_IN.keys.oidcOn] } } })
})

test('the time of a refused sign-in does not tell whether the address is known', async () => {
  const ada = await enter('EDITOR')
  const milliseconds = { known: [] as number[], unknown: [] as number[] }
  await database().rateLimit.deleteMany()
  for (let time = 0; time < 60; time++) {
    // In turn, so that whatever slows the machine down slows both.
    const kind = time % 2 === 0 ? 'known' : 'unknown'
    const email = kind === 'known' ? ada.email : 'unknown-3@newsroom.test'
    const visit = { address: `10.8.${time}.1`, userAgent: '', formerSecret: null }
    const began = performance.now()
    await signIn(visit, { email, password: `${PASSWORD}, wrong` })
    // The first of each warms up what comes later.
    if (time > 3) milliseconds[kind].push(performance.now() - began)
  }
  expect(LIMITS.signInAccount.tries).toBeGreaterThan(60)
  const probability = probabilityOfLonger(milliseconds.known, milliseconds.unknown)
  expect(probability).toBeGreaterThan(0.15)
  expect(probability).toBeLessThan(0.85)
})
