import { afterEach, expect, test, vi } from 'vitest'
import { POST as ask } from '@/app/api/sign-in/passkey/challenge/route'
import { POST as enterByPasskey } from '@/app/api/sign-in/passkey/route'
import { POST as askAgain } from '@/app/api/sign-in/second-factor/challenge/route'
import { POST as answer } from '@/app/api/sign-in/second-factor/route'
import { checkSession } from '@/lib/auth/check-session'
import { openSession } from '@/lib/auth/session-cookie'
import { signIn } from '@/lib/auth/sign-in'
import { database } from '@/lib/db/database'
import { addPasskey, askToMakePasskey } from '@/lib/passkeys/add-passkey'
import { deactivatePerson } from '@/lib/people/deactivate-person'
import { SoftwarePasskey } from '@/tests/support/software-passkey'
import { enter, hoursLater, NOBODY, PASSWORD, recordedAbout, SYSTEM } from '../people/newsroom'
import { anApp, aPasskey, codeOf, HOST, PARTY, RP } from './factors-of'

afterEach(() => {
  vi.useRealTimers()
})

type Handler = (request: Request, context: { params: Promise<Record<string, unknown>> }) => Promise<Response>

let place = 0

/** A browser on the sign-in pages: keeps cookies, and says where it is. */
class Browser {
  readonly cookies = new Map<string, string>()
  readonly address = `203.0.113.${++place}`

  async post(handler: Handler, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const request = new Request('http://localhost:3130/api/sign-in', { method: 'POST', body: JSON.stringify(body) })
    const said = {
      host: HOST,
      origin: `http://${HOST}`,
      'content-type': 'application/json',
      'x-standfirst-address': this.address,
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...headers,
    }
    for (const [name, value] of Object.entries(said)) request.headers.set(name, value)
    const response = await handler(request, { params: Promise.resolve({}) })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, decodeURIComponent(value))
    }
    return response
  }

  /** Types the right password. */
  async begin(email: string): Promise<this> {
    const visit = { address: this.address, userAgent: 'Tests/1.0', formerSecret: null }
    const entered = await signIn(visit, { email, password: PASSWORD })
    if (entered?.kind !== 'asked') throw new Error('no second factor was asked for')
    this.cookies.set('standfirst-pending', entered.pendingSecret)
    return this
  }

  async challenge(handler: Handler = ask): Promise<string> {
    const { options } = (await (await this.post(handler, {})).json()) as { options: { challenge: string } }
    return options.challenge
  }

  async actor() {
    const claims = await openSession(this.cookies.get('standfirst-session'))
    return claims === null ? NOBODY : checkSession(claims.secret)
  }
}

const messageOf = async (response: Response) =>
  ((await response.json()) as { error: { message: string; code: string } }).error.message
const refusals = async (personId: string) =>
  (await database().auditEvent.findMany({ where: { thingId: personId, action: 'session.refuse' } })).map(
    ({ detail }) => (detail as { what?: string }).what,
  )

test('password and code let in, once, to where somebody wanted to go', async () => {
  const ada = await enter('REPORTER')
  const { key } = await anApp(ada)
  const browser = await new Browser().begin(ada.email)
  const code = codeOf(key)
  const response = await browser.post(answer, {
    kind: 'totp',
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
    next: '/desk/plan',
  })
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ path: '/desk/plan' })
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  expect(browser.cookies.has('standfirst-pending')).toBe(false)
  expect(await browser.actor()).toMatchObject({ kind: 'person', id: ada.id })
  const session = await database().session.findFirst({ where: { personId: ada.id }, orderBy: { id: 'desc' } })
  expect(session).toMatchObject({ method: 'password', secondFactor: 'totp' })
  expect(await database().pendingSignIn.count({ where: { personId: ada.id } })).toBe(0)
})

test.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '/api/auth/signout'])(
  'after it nobody is sent to %s',
  async (next) => {
    const ada = await enter('REPORTER')
    const { key } = await anApp(ada)
    const browser = await new Browser().begin(ada.email)
    expect(await (await browser.post(answer, { kind: 'totp', code: codeOf(key), next })).json()).toEqual({
      path: '/desk',
    })
  },
)

test('one code in two browsers at the same moment lets one of them in', async () => {
  const ada = await enter('REPORTER')
  const { key } = await anApp(ada)
  const browsers = await Promise.all([1, 2, 3].map(() => new Browser().begin(ada.email)))
  const code = codeOf(key)
  const responses = await Promise.all(browsers.map((browser) => browser.post(answer, { kind: 'totp', code })))
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 400, 400])
})

test('one sign-in answered twice at the same moment is one session', async () => {
  const ada = await enter('REPORTER')
  const { recoveryCodes } = await anApp(ada)
  const browser = await new Browser().begin(ada.email)
  const before = await database().session.count({ where: { personId: ada.id } })
  await Promise.all(recoveryCodes.slice(0, 3).map((code) => browser.post(answer, { kind: 'recovery', code })))
  expect(await database().session.count({ where: { personId: ada.id } })).toBe(before + 1)
})

test('after five wrong answers the right one comes too late', async () => {
  const ada = await enter('REPORTER')
  const { key } = await anApp(ada)
  const browser = await new Browser().begin(ada.email)
  const wrong = () => browser.post(answer, { kind: 'totp', code: codeOf(key, 20) })
  for (const left of ['4 more times', '3 more times', '2 more times', 'once more'])
    expect(await messageOf(await wrong())).toContain(left)
  const fifth = await wrong()
  expect(fifth.status).toBe(410)
  const sixth = await browser.post(answer, { kind: 'totp', code: codeOf(key) })
  expect(sixth.status).toBe(410)
  expect(await browser.actor()).toEqual(NOBODY)
  expect(await refusals(ada.id)).toEqual(['code', 'code', 'code', 'code', 'code'])
})

test('ten wrong answers at the same moment are ten', async () => {
  const ada = await enter('REPORTER')
  const { key } = await anApp(ada)
  const browser = await new Browser().begin(ada.email)
  await Promise.all(Array.from({ length: 10 }, () => browser.post(answer, { kind: 'totp', code: codeOf(key, 20) })))
  const pending = await database().pendingSignIn.findFirstOrThrow({ where: { personId: ada.id } })
  expect(pending.tries).toBeLessThanOrEqual(5)
  expect((await refusals(ada.id)).length).toBeLessThanOrEqual(5)
})

test('whoever knows the password does not guess on by beginning anew, from wherever', async () => {
  const ada = await enter('REPORTER')
  const { key } = await anApp(ada)
  const statuses: number[] = []
  for (let round = 0; round < 4; round++) {
    const browser = await new Browser().begin(ada.email)
    for (let count = 0; count < 4; count++)
      statuses.push((await browser.post(answer, { kind: 'totp', code: codeOf(key, 20) })).status)
  }
  expect(statuses.filter((status) => status === 400)).toHaveLength(10)
  expect(statuses.filter((status) => status === 429)).toHaveLength(6)
})

test('a sign-in that waits is nothing to another browser, and ends after ten minutes', async () => {
  const ada = await enter('REPORTER')
  const { key } = await anApp(ada)
  const browser = await new Browser().begin(ada.email)
  expect((await new Browser().post(answer, { kind: 'totp', code: codeOf(key) })).status).toBe(410)
  const guess = new Browser()
  guess.cookies.set('standfirst-pending', 'x'.repeat(43))
  expect((await guess.post(answer, { kind: 'totp', code: codeOf(key) })).status).toBe(410)
  hoursLater(0.17)
  expect((await browser.post(answer, { kind: 'totp', code: codeOf(key) })).status).toBe(410)
})

test('the cookie of a sign-in that waits opens nothing else', async () => {
  const ada = await enter('REPORTER')
  await anApp(ada)
  const browser = await new Browser().begin(ada.email)
  expect(await checkSession(browser.cookies.get('standfirst-pending') ?? '')).toEqual(NOBODY)
  expect(await openSession(browser.cookies.get('standfirst-pending'))).toBeNull()
})

test('a recovery code lets in once, in large letters, too, and a mail says so', async () => {
  const ada = await enter('REPORTER')
  const { recoveryCodes } = await anApp(ada)
  const [code = '', second = ''] = recoveryCodes
  const browser = await new Browser().begin(ada.email)
  expect((await browser.post(answer, { kind: 'recovery', code: code.toUpperCase().replaceAll('-', ' ') })).status).toBe(
    200,
  )
  const again = await new Browser().begin(ada.email)
  const other = await new Browser().begin(ada.email)
  expect((await again.post(answer, { kind: 'recovery', code })).status).toBe(400)
  const both = await Promise.all([again, other].map((each) => each.post(answer, { kind: 'recovery', code: second })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
  const mails = await database().mail.findMany({ where: { to: ada.email, subject: 'A recovery code was used' } })
  expect(mails.map(({ text }) => /(\d+) are left/.exec(text)?.[1]).sort()).toEqual(['8', '9'])
  expect(await refusals(ada.id)).toEqual(['recovery', 'recovery'])
})

test('the mail says when few recovery codes are left', async () => {
  const ada = await enter('REPORTER')
  const { recoveryCodes } = await anApp(ada)
  await database().recoveryCode.updateMany({ where: { personId: ada.id }, data: { usedAt: new Date() } })
  const ids = await database().recoveryCode.findMany({ where: { personId: ada.id }, take: 10 })
  await database().recoveryCode.updateMany({
    where: { id: { in: ids.slice(0, 4).map(({ id }) => id) } },
    data: { usedAt: null },
  })
  let isIn = false
  for (const code of recoveryCodes) {
    const browser = await new Browser().begin(ada.email)
    isIn ||= (await browser.post(answer, { kind: 'recovery', code })).status === 200
    if (isIn) break
  }
  expect(isIn).toBe(true)
  expect(await database().mail.count({ where: { to: ada.email, subject: 'Few recovery codes are left' } })).toBe(1)
})

test('somebody who is deactivated meanwhile is not let in', async () => {
  const ada = await enter('REPORTER')
  const { key } = await anApp(ada)
  const { passkey } = await aPasskey(ada)
  const browser = await new Browser().begin(ada.email)
  await deactivatePerson(SYSTEM, { id: ada.id })
  expect((await browser.post(answer, { kind: 'totp', code: codeOf(key) })).status).toBe(410)
  const signed = passkey.sign({ challenge: await browser.challenge(), ...RP })
  expect((await browser.post(enterByPasskey, { signed })).status).toBe(401)
})

test('a passkey lets in by itself, counts for both factors, and its challenge is good once', async () => {
  const ada = await enter('REPORTER')
  const { passkey } = await aPasskey(ada)
  passkey.userHandle = ada.id
  const browser = new Browser()
  const signed = passkey.sign({ challenge: await browser.challenge(), ...RP, counter: 1 })
  const secret = browser.cookies.get('standfirst-passkey') ?? ''
  const response = await browser.post(enterByPasskey, { signed, next: '/desk/plan' })
  expect(await response.json()).toEqual({ path: '/desk/plan' })
  expect(await browser.actor()).toMatchObject({ id: ada.id })
  expect(browser.cookies.has('standfirst-passkey')).toBe(false)
  const session = await database().session.findFirst({ where: { personId: ada.id }, orderBy: { id: 'desc' } })
  expect(session).toMatchObject({ method: 'passkey', secondFactor: null })
  expect((await database().passkey.findFirstOrThrow({ where: { personId: ada.id } })).lastUsedAt).not.toBeNull()
  const replay = new Browser()
  replay.cookies.set('standfirst-passkey', secret)
  expect((await replay.post(enterByPasskey, { signed })).status).toBe(401)
})

test('every passkey that does not let in gets the same answer', async () => {
  const ada = await enter('REPORTER')
  const eve = await enter('REPORTER')
  const { passkey } = await aPasskey(ada)
  const answers: { status: number; message: string }[] = []
  const attempt = async (sign: (challenge: string, browser: Browser) => Promise<unknown> | unknown) => {
    const browser = new Browser()
    const signed = await sign(await browser.challenge(), browser)
    const response = await browser.post(enterByPasskey, { signed })
    answers.push({ status: response.status, message: await messageOf(response) })
    expect(await browser.actor()).toEqual(NOBODY)
  }
  await attempt((challenge) => new SoftwarePasskey().sign({ challenge, ...RP }))
  await attempt((challenge) => passkey.sign({ challenge, ...RP, isVerified: false }))
  await attempt((challenge) => passkey.sign({ challenge, ...RP, origin: 'https://elsewhere.example' }))
  await attempt((challenge) => passkey.sign({ challenge, ...RP, rpId: 'elsewhere.example' }))
  await attempt(async () => passkey.sign({ challenge: await new Browser().challenge(), ...RP }))
  await attempt((challenge, browser) => {
    browser.cookies.delete('standfirst-passkey')
    return passkey.sign({ challenge, ...RP })
  })
  await attempt((challenge) => {
    passkey.userHandle = eve.id
    const signed = passkey.sign({ challenge, ...RP })
    passkey.userHandle = undefined
    return signed
  })
  await attempt((challenge) => {
    const signed = passkey.sign({ challenge, ...RP })
    return {
      ...signed,
      response: { ...signed.response, signature: new SoftwarePasskey().sign({ challenge, ...RP }).response.signature },
    }
  })
  await attempt((challenge) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5.1 * 60_000 })
    return passkey.sign({ challenge, ...RP })
  })
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 401 })
  expect((await refusals(ada.id)).length).toBeGreaterThanOrEqual(4)
})

test('a passkey that counts less uses than were seen is refused, and that is written down', async () => {
  const ada = await enter('REPORTER')
  const { passkey } = await aPasskey(ada)
  const statuses: number[] = []
  for (const counter of [5, 5, 4, 0, 6]) {
    const browser = new Browser()
    const signed = passkey.sign({ challenge: await browser.challenge(), ...RP, counter })
    statuses.push((await browser.post(enterByPasskey, { signed })).status)
  }
  expect(statuses).toEqual([200, 401, 401, 401, 200])
  expect((await refusals(ada.id)).filter((what) => what === 'counter')).toHaveLength(3)
})

test('a passkey is the second factor after a password: one’s own, for the sign-in of this browser', async () => {
  const ada = await enter('REPORTER')
  const eve = await enter('REPORTER')
  const own = await aPasskey(ada)
  const other = await aPasskey(eve)
  const browser = await new Browser().begin(ada.email)
  const foreign = other.passkey.sign({ challenge: await browser.challenge(askAgain), ...RP })
  expect((await browser.post(answer, { kind: 'passkey', signed: foreign })).status).toBe(400)
  const ofNobody = own.passkey.sign({ challenge: await browser.challenge(ask), ...RP })
  expect((await browser.post(answer, { kind: 'passkey', signed: ofNobody })).status).toBe(400)
  // Touched without a finger or a PIN: the password was the other factor.
  const signed = own.passkey.sign({ challenge: await browser.challenge(askAgain), ...RP, isVerified: false })
  expect((await browser.post(answer, { kind: 'passkey', signed })).status).toBe(200)
  const session = await database().session.findFirst({ where: { personId: ada.id }, orderBy: { id: 'desc' } })
  expect(session).toMatchObject({ method: 'password', secondFactor: 'passkey' })
  expect((await new Browser().post(askAgain, {})).status).toBe(410)
})

test('a passkey is added for what this browser was asked by this person, with a finger, a face or a PIN', async () => {
  const ada = await enter('REPORTER')
  const eve = await enter('REPORTER')
  const add = async (of: { asked?: typeof ada; origin?: string; isVerified?: boolean; twice?: boolean }) => {
    const passkey = new SoftwarePasskey()
    const { secret, options } = await askToMakePasskey(of.asked ?? ada, PARTY)
    const { origin = RP.origin, isVerified = true } = of
    const made = passkey.make({ challenge: options.challenge, rpId: RP.rpId, origin, isVerified })
    if (of.twice) await addPasskey(ada, { name: 'First', made }, { party: PARTY, secret })
    return addPasskey(ada, { name: 'Laptop', made }, { party: PARTY, secret })
  }
  for (const of of [{ asked: eve }, { origin: 'https://elsewhere.example' }, { isVerified: false }, { twice: true }])
    await expect(add(of), JSON.stringify(Object.keys(of))).rejects.toThrow('could not be added')
  expect((await add({})).recoveryCodes).toBeNull()
  expect(await database().passkey.count({ where: { personId: ada.id } })).toBe(2)
})

test('passkeys work at the name of the site and at localhost, and a forwarded host is not read', async () => {
  const browser = new Browser()
  const at = (headers: Record<string, string>) => browser.post(ask, {}, headers)
  expect((await at({})).status).toBe(200)
  for (const headers of [
    { origin: 'https://elsewhere.example' },
    { host: 'elsewhere.example', origin: 'https://elsewhere.example' },
    { host: '127.0.0.1:3130', origin: 'http://127.0.0.1:3130' },
    { origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
  ])
    expect((await at(headers)).status, JSON.stringify(headers)).toBe(403)
})

const WRONG = [{ not: '' }, ['123456'], 123456, null, true, {}]

test('what is no text, and what nobody asked for, is refused', async () => {
  const ada = await enter('REPORTER')
  const { key, recoveryCodes } = await anApp(ada)
  const { passkey } = await aPasskey(ada)
  const browser = await new Browser().begin(ada.email)
  const signed = passkey.sign({ challenge: await browser.challenge(askAgain), ...RP })
  const bodies: unknown[] = [
    ...WRONG.flatMap((code) => [
      { kind: 'totp', code },
      { kind: 'recovery', code },
      { kind: 'totp', code: codeOf(key), next: code ?? 1 },
      { kind: 'passkey', signed: { ...signed, id: code } },
      { kind: code, code: codeOf(key) },
    ]),
    { kind: 'totp', code: codeOf(key), isTrusted: true },
    { kind: 'totp', code: codeOf(key), personId: ada.id },
    { kind: 'recovery', code: recoveryCodes[0], usedAt: null },
    { kind: 'passkey', signed: { ...signed, extra: 1 } },
    { code: codeOf(key) },
    [],
    null,
  ]
  for (const body of bodies) expect((await browser.post(answer, body)).status, JSON.stringify(body)).toBe(400)
  for (const id of WRONG) expect((await browser.post(enterByPasskey, { signed: { ...signed, id } })).status).toBe(400)
  expect((await browser.post(enterByPasskey, { signed, personId: ada.id })).status).toBe(400)
  expect((await browser.post(ask, { personId: ada.id })).status).toBe(400)
  // None of it counted as a try.
  expect((await browser.post(answer, { kind: 'totp', code: codeOf(key) })).status).toBe(200)
  expect(await recordedAbout(ada.id)).not.toContain('session.refuse')
})
