import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { GET as finishRoute } from '@/app/(sign-in)/login/sso/callback/route'
import { GET as startRoute } from '@/app/(sign-in)/login/sso/route'
import { checkSession } from '@/lib/auth/check-session'
import { finishSso } from '@/lib/auth/oidc/finish-sso'
import { SsoProblem } from '@/lib/auth/oidc/sso-problem'
import { startSso } from '@/lib/auth/oidc/start-sso'
import { openSession } from '@/lib/auth/session-cookie'
import type { Visit } from '@/lib/auth/visit'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { RateLimited } from '@/lib/errors'
import { hashSecret, newId } from '@/lib/ids'
import type { Ways } from '@/lib/outgoing/guarded-fetch'
import { deactivatePerson } from '@/lib/people/deactivate-person'
import { invitePerson } from '@/lib/people/invite-person'
import { changeSignIn } from '@/lib/settings/change-sign-in'
import { readGroup } from '@/lib/settings/setting-group'
import { SIGN_IN, type SignInSettings } from '@/lib/settings/sign-in-settings'
import { CLIENT, type HousePerson, type OidcHouse, oidcHouse, walkThroughHouse } from '@/tests/support/oidc-house'
import { enter, hoursLater, linkFromMail, recordedAbout, SYSTEM, secretOf } from './newsroom'

const CALLBACK = 'http://localhost:3000/login/sso/callback'

let house: OidcHouse
let other: OidcHouse
let testHosts: Ways['testHosts']

vi.mock('@/lib/env', async (load) => {
  const module = await load<typeof import('@/lib/env')>()
  return { ...module, env: () => ({ ...module.env(), OUTGOING_TEST_HOSTS: testHosts }) }
})

beforeAll(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  vi.spyOn(console, 'info').mockImplementation(() => undefined)
  house = await oidcHouse({ callback: CALLBACK })
  other = await oidcHouse({ name: 'other.test', callback: CALLBACK, isEmailInToken: true })
  testHosts = new Map([
    ['house.test', { address: '127.0.0.1', port: house.port }],
    ['other.test', { address: '127.0.0.1', port: other.port }],
  ])
})
afterAll(async () => {
  await house.close()
  await other.close()
})
beforeEach(() => comeThrough(house))
afterEach(() => {
  vi.useRealTimers()
})

async function comeThrough({ issuer }: OidcHouse, part: Partial<SignInSettings> = {}): Promise<void> {
  const seen = await readGroup(SIGN_IN)
  const wanted = { ...seen, oidcOn: true, oidcName: 'Acme', oidcIssuer: issuer, oidcClientId: CLIENT.id, ...part }
  await changeSignIn(SYSTEM, { ...wanted, oidcSecret: CLIENT.secret, seen })
}

let place = 0
const visit = (): Visit => ({ address: `198.51.100.${++place}`, userAgent: 'Tests/1.0', formerSecret: null })

/** Begins, goes there as this person, and comes back. */
async function goThrough(at: OidcHouse, person: HousePerson | null, next = '/desk/plan') {
  const { url, secret } = await startSso(visit().address, next)
  at.person = person
  return { secret, query: await walkThroughHouse(at, url), url }
}

async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'in'
  } catch (error) {
    if (error instanceof SsoProblem) return error.reason
    throw error
  }
}

const outcomeOf = async (person: HousePerson | null, at = house) =>
  reasonOf(finishSso(visit(), await goThrough(at, person)))

const verified = (email: string, sub = `sub of ${email}`): HousePerson => ({ sub, email, email_verified: true })

test('a verified address ties an active person once, tells them by mail, and signs them in; afterwards the subject does', async () => {
  const ada = await enter('EDITOR')
  const { entered, next } = await finishSso(visit(), await goThrough(house, verified(ada.email)))
  expect(next).toBe('/desk/plan')
  const actor = await checkSession(secretOf(entered))
  expect(actor).toMatchObject({ kind: 'person', id: ada.id })
  const session = await database().session.findFirstOrThrow({ where: { tokenHash: hashSecret(secretOf(entered)) } })
  expect(session.method).toBe('sso')
  expect(await database().mail.count({ where: { to: ada.email, subject: { contains: 'tied to Acme' } } })).toBe(1)
  const moved = { ...verified('somewhere-else@newsroom.test'), sub: `sub of ${ada.email}`, email_verified: false }
  expect(await outcomeOf(moved)).toBe('in')
  expect(await database().externalIdentity.count({ where: { personId: ada.id } })).toBe(1)
  expect(await database().mail.count({ where: { to: ada.email } })).toBe(1)
  expect((await recordedAbout(ada.id)).filter((action) => action === 'people.linkIdentity')).toHaveLength(1)
})

test('the address is taken from the token, too, where the house puts it there', async () => {
  await comeThrough(other)
  const ada = await enter('EDITOR')
  expect(await outcomeOf(verified(ada.email), other)).toBe('in')
})

test('somebody invited has joined by coming in, and the mailed link is void', async () => {
  const email = 'invited@newsroom.test'
  const { id } = await invitePerson(SYSTEM, { name: 'Ida Brandt', email, role: 'REPORTER' })
  await linkFromMail(email)
  expect(await outcomeOf(verified(email))).toBe('in')
  expect(await database().person.findUniqueOrThrow({ where: { id } })).toMatchObject({
    status: 'ACTIVE',
    passwordHash: null,
  })
  expect(await database().invitation.count({ where: { personId: id } })).toBe(0)
  expect(await recordedAbout(id)).toEqual(expect.arrayContaining(['people.acceptInvitation', 'session.start']))
})

test('nobody is created, and an address that is not verified, or only looks like one, ties nobody', async () => {
  const ada = await enter('EDITOR')
  const before = await database().person.count()
  expect(await outcomeOf(verified('nobody@newsroom.test'))).toBe('SsoUnknown')
  expect(await outcomeOf({ sub: 'a', email: ada.email, email_verified: false })).toBe('SsoUnverified')
  expect(await outcomeOf({ sub: 'b', email: ada.email })).toBe('SsoUnverified')
  expect(await outcomeOf({ sub: 'c' })).toBe('SsoUnknown')
  for (const email of [
    ada.email.replace('@', '＠'),
    ada.email.replace('n', 'ո'),
    ada.email.replaceAll('.', '。'),
    ada.email.replace('n', '\u212a'),
    `${ada.email},attacker@elsewhere.test`,
    `"${ada.email}"@elsewhere.test`,
  ])
    expect(await outcomeOf(verified(email)), email).toBe('SsoUnknown')
  expect(await database().person.count()).toBe(before)
  expect(await database().externalIdentity.count({ where: { personId: ada.id } })).toBe(0)
})

test('somebody deactivated stays out, tied or not', async () => {
  const [ada, ben] = [await enter('EDITOR'), await enter('EDITOR', 'Ben Oduya')]
  expect(await outcomeOf(verified(ada.email))).toBe('in')
  for (const { id } of [ada, ben]) await deactivatePerson(SYSTEM, { id })
  expect(await outcomeOf(verified(ada.email))).toBe('SsoDeactivated')
  expect(await outcomeOf(verified(ben.email))).toBe('SsoDeactivated')
  expect(await database().session.count({ where: { personId: { in: [ada.id, ben.id] } } })).toBe(0)
})

test('an address that the house gave to somebody else does not let them into the account', async () => {
  const ada = await enter('EDITOR')
  expect(await outcomeOf(verified(ada.email))).toBe('in')
  expect(await outcomeOf(verified(ada.email, 'a successor'))).toBe('SsoOther')
})

test('a second factor that somebody has is asked for', async () => {
  const ada = await enter('EDITOR')
  await database().totpSecret.create({
    data: { personId: ada.id, sealed: 'x', confirmedAt: now(), createdAt: now() },
  })
  const { entered } = await finishSso(visit(), await goThrough(house, verified(ada.email)))
  expect(entered.kind).toBe('asked')
})

test('whoever calls it off there is told so', async () => {
  expect(await outcomeOf(null)).toBe('SsoRefused')
})

test('what came back works once, in the browser that began, within ten minutes', async () => {
  const ada = await enter('EDITOR')
  const first = await goThrough(house, verified(ada.email))
  expect(await reasonOf(finishSso(visit(), { ...first, secret: null }))).toBe('SsoStale')
  expect(await reasonOf(finishSso(visit(), first))).toBe('in')
  expect(await reasonOf(finishSso(visit(), first))).toBe('SsoStale')
  const late = await goThrough(house, verified(ada.email))
  hoursLater(0.18)
  expect(await reasonOf(finishSso(visit(), late))).toBe('SsoStale')
})

test('of five who come back with the same at once, one gets in', async () => {
  const ada = await enter('EDITOR')
  const back = await goThrough(house, verified(ada.email))
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => reasonOf(finishSso(visit(), back))))
  expect(outcomes.filter((one) => one === 'in')).toHaveLength(1)
})

test('two who come back as the same person at once are tied once', async () => {
  const ada = await enter('EDITOR')
  const back = [await goThrough(house, verified(ada.email)), await goThrough(house, verified(ada.email))]
  const outcomes = await Promise.all(back.map((each) => reasonOf(finishSso(visit(), each))))
  expect(outcomes).toEqual(['in', 'in'])
  expect(await database().externalIdentity.count({ where: { personId: ada.id } })).toBe(1)
  expect(await database().mail.count({ where: { to: ada.email } })).toBe(1)
})

test('state, nonce and the secret of PKCE of another sign-in are refused', async () => {
  const ada = await enter('EDITOR')
  const mine = await goThrough(house, verified(ada.email))
  const theirs = await goThrough(house, verified(ada.email))
  // The answer that somebody else was given, in this browser.
  expect(await reasonOf(finishSso(visit(), { secret: mine.secret, query: theirs.query }))).toBe('SsoStale')
  for (const column of ['nonce', 'codeVerifier'] as const) {
    const back = await goThrough(house, verified(ada.email))
    await database().oidcRequest.updateMany({
      where: { tokenHash: hashSecret(back.secret) },
      data: { [column]: 'another-one-of-another-sign-in-0123456789-0123456789' },
    })
    expect(await reasonOf(finishSso(visit(), back)), column).not.toBe('in')
  }
  const forged = await goThrough(house, verified(ada.email))
  const query = new URLSearchParams(forged.query)
  query.set('code', 'made-up')
  expect(await reasonOf(finishSso(visit(), { ...forged, query: `?${query}` }))).not.toBe('in')
})

test('what one house was asked another does not answer', async () => {
  const ada = await enter('EDITOR')
  const begun = await goThrough(house, verified(ada.email))
  await comeThrough(other)
  expect(await reasonOf(finishSso(visit(), begun))).toBe('SsoStale')
  // The answer of the other house, brought to a sign-in that was begun at this one.
  const atOther = await goThrough(other, verified(ada.email))
  await comeThrough(house)
  const here = await goThrough(house, verified(ada.email))
  const query = new URLSearchParams(atOther.query)
  query.set('state', new URLSearchParams(here.query).get('state') ?? '')
  expect(await reasonOf(finishSso(visit(), { secret: here.secret, query: `?${query}` }))).not.toBe('in')
  expect(await database().externalIdentity.count({ where: { personId: ada.id } })).toBe(0)
})

test('the subject of one house is nobody at another', async () => {
  const ada = await enter('EDITOR')
  expect(await outcomeOf(verified(ada.email, 'same'))).toBe('in')
  await comeThrough(other)
  expect(await outcomeOf({ sub: 'same', email: 'stranger@newsroom.test', email_verified: true }, other)).toBe(
    'SsoUnknown',
  )
})

test('while it is off nobody comes through, whoever was on the way neither', async () => {
  const ada = await enter('EDITOR')
  const back = await goThrough(house, verified(ada.email))
  await comeThrough(house, { oidcOn: false })
  expect(await reasonOf(finishSso(visit(), back))).toBe('SsoOff')
  expect(await reasonOf(startSso(visit().address, '/desk'))).toBe('SsoOff')
})

test('a house that does not answer, or calls itself otherwise, is away', async () => {
  const gone: Ways = { resolve: async () => [], connect: (host, port) => connect({ host, port }), testHosts: new Map() }
  expect(await reasonOf(startSso(visit().address, '/desk', gone))).toBe('SsoAway')
  const swapped: Ways = {
    ...gone,
    testHosts: new Map([['house.test', { address: '127.0.0.1', port: other.port }]]),
  }
  expect(await reasonOf(startSso(visit().address, '/desk', swapped))).toBe('SsoAway')
})

test('one network begins forty sign-ins in a quarter of an hour, and no more', async () => {
  const { address } = visit()
  await comeThrough(house, { oidcOn: false })
  const begun = await Promise.all(
    Array.from({ length: 42 }, async () => {
      try {
        return await reasonOf(startSso(address, '/desk'))
      } catch (error) {
        return error instanceof RateLimited ? 'limited' : 'broken'
      }
    }),
  )
  expect(begun.filter((one) => one === 'limited')).toHaveLength(2)
})

test('over HTTP: a cookie goes out and comes back once, and every way ends on a page of ours', async () => {
  const ada = await enter('EDITOR')
  const ask = (handler: typeof startRoute, path: string, cookie = '') =>
    handler(
      new Request(`http://localhost:3000${path}`, { headers: { cookie, 'x-standfirst-address': visit().address } }),
      { params: Promise.resolve({}) },
    )
  const begun = await ask(startRoute, '/login/sso?next=//elsewhere.test')
  expect(begun.status).toBe(303)
  const [sso = ''] = begun.headers.getSetCookie()
  expect(sso).toMatch(/^standfirst-sso=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/)
  const url = new URL(begun.headers.get('location') ?? '')
  expect(url.host).toBe('house.test')
  expect(url.searchParams.get('code_challenge_method')).toBe('S256')
  house.person = verified(ada.email)
  const query = await walkThroughHouse(house, url.href)
  const ended = await ask(finishRoute, `/login/sso/callback${query}`, sso.split(';')[0])
  expect(ended.headers.get('location')).toBe('/desk')
  const cookies = new Map(ended.headers.getSetCookie().map((line) => [line.split('=')[0], line]))
  expect(cookies.get('standfirst-sso')).toContain('Max-Age=0')
  expect(cookies.get('standfirst-device')).toContain('Max-Age=31536000')
  const sealed = /^standfirst-session=([^;]+)/.exec(cookies.get('standfirst-session') ?? '')?.[1]
  const opened = await openSession(decodeURIComponent(sealed ?? ''))
  expect(await checkSession(opened?.secret ?? '')).toMatchObject({ id: ada.id })
  const again = await ask(finishRoute, `/login/sso/callback${query}`, sso.split(';')[0])
  expect(again.headers.get('location')).toBe('/login?error=SsoStale')
  expect(again.headers.getSetCookie()).toHaveLength(1)
})

test('a request that nobody came back for is tidied away', async () => {
  const { tidyUp } = await import('@/lib/jobs/tidy-up')
  await startSso(visit().address, '/desk')
  const device = { personId: (await enter('EDITOR')).id, tokenHash: newId(), firstSeenAt: now(), lastSeenAt: now() }
  await database().device.create({ data: { id: newId(), ...device } })
  hoursLater(1)
  await tidyUp()
  expect(await database().oidcRequest.count()).toBe(0)
  expect(await database().device.count({ where: { tokenHash: device.tokenHash } })).toBe(1)
})
