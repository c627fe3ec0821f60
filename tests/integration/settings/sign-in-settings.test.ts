import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accessNow } from '@/lib/auth/access-now'
import { checkSession } from '@/lib/auth/check-session'
import { listSessions } from '@/lib/auth/list-sessions'
import { readClientSecret } from '@/lib/auth/oidc/client-secret'
import { findHouse } from '@/lib/auth/oidc/house'
import { testConnection } from '@/lib/auth/oidc/test-connection'
import { signIn } from '@/lib/auth/sign-in'
import { database } from '@/lib/db/database'
import { Forbidden, Invalid } from '@/lib/errors'
import { tidyUp } from '@/lib/jobs/tidy-up'
import { type ChangeSignIn, changeSignIn } from '@/lib/settings/change-sign-in'
import { readGroup } from '@/lib/settings/setting-group'
import { SIGN_IN, SignInSettings } from '@/lib/settings/sign-in-settings'
import { enter, enterAgain, hoursLater, NOBODY, PASSWORD, SYSTEM, secretOf } from '@/tests/integration/people/newsroom'
import { outsideServer } from '@/tests/support/outside-server'

beforeEach(async () => {
  await database().setting.deleteMany({ where: { key: { startsWith: 'signIn.' } } })
})
afterEach(() => {
  vi.useRealTimers()
})

const HOUSE = {
  oidcOn: true,
  oidcName: 'Acme',
  oidcIssuer: 'https://sign-in.acme.example',
  oidcClientId: 'newsroom',
  oidcSecret: 'a secret of the client',
}

async function change(
  part: Partial<Parameters<typeof changeSignIn>[1]>,
  actor: Parameters<typeof changeSignIn>[0] = SYSTEM,
) {
  const seen = await readGroup(SIGN_IN)
  return changeSignIn(actor, { ...seen, oidcSecret: '', ...part, seen } as Parameters<
    typeof ChangeSignIn.parse
  >[0] as never)
}

test('only who may change settings changes how people sign in', async () => {
  const editor = await enter('EDITOR')
  await expect(change({ linkOn: true }, editor)).rejects.toThrow(Forbidden)
  await expect(testConnection(editor, { oidcIssuer: '' })).rejects.toThrow(Forbidden)
  const admin = await enter('ADMINISTRATOR')
  expect(await change({ linkOn: true }, admin)).toEqual({ kind: 'saved' })
  expect(await readGroup(SIGN_IN)).toMatchObject({ linkOn: true })
})

test('two who change the same setting meet, and nothing of the second is written, the secret neither', async () => {
  const seen = await readGroup(SIGN_IN)
  await change({ oidcName: 'Acme' })
  const late = { ...seen, ...HOUSE, oidcName: 'Other', seen }
  expect(await changeSignIn(SYSTEM, late)).toMatchObject({ kind: 'clash', standing: { oidcName: 'Acme' } })
  expect(await readClientSecret(HOUSE)).toBeNull()
})

test('the secret is kept sealed, for one house and client, and is in no answer and no record', async () => {
  await change(HOUSE)
  expect(await readClientSecret(HOUSE)).toBe(HOUSE.oidcSecret)
  expect((await findHouse())?.secret).toBe(HOUSE.oidcSecret)
  const rows = [await database().setting.findMany(), await database().auditEvent.findMany(), await readGroup(SIGN_IN)]
  expect(JSON.stringify(rows)).not.toContain(HOUSE.oidcSecret)
  await expect(change({ oidcIssuer: 'https://sign-in.elsewhere.example' })).rejects.toThrow(Invalid)
  expect(await readClientSecret({ ...HOUSE, oidcIssuer: 'https://sign-in.elsewhere.example' })).toBeNull()
  expect(await readClientSecret({ ...HOUSE, oidcClientId: 'another' })).toBeNull()
})

test('a house is not switched on before all of it is there', async () => {
  const refused = await change({ oidcOn: true }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Invalid)
  expect((refused as Invalid).issues.map(({ field }) => field)).toEqual([
    'oidcName',
    'oidcIssuer',
    'oidcClientId',
    'oidcSecret',
  ])
  expect(await change(HOUSE)).toEqual({ kind: 'saved' })
})

test.each([
  ['idleHours', 0],
  ['idleHours', 721],
  ['idleHours', 1.5],
  ['idleHours', Number.NaN],
  ['absoluteDays', 0],
  ['absoluteDays', 91],
  ['oidcIssuer', 'http://sign-in.acme.example'],
  ['oidcIssuer', 'https://user:word@sign-in.acme.example'],
  ['oidcIssuer', 'https://sign-in.acme.example/?a=b'],
  ['oidcIssuer', 'sign-in.acme.example'],
])('%s cannot be %j', (name, value) => {
  expect(SignInSettings.safeParse({ ...SIGN_IN.defaults, [name]: value }).success).toBe(false)
})

test('a shorter time without use ends sessions that are open already, and a longer one does not wake what is gone', async () => {
  const ada = await enter('EDITOR')
  hoursLater(3)
  expect(await accessNow(ada.sessionId, 'newsroom.enter')).toMatchObject({ id: ada.id })
  await change({ idleHours: 2 })
  expect(await accessNow(ada.sessionId, 'newsroom.enter')).toBe('over')
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
  await tidyUp()
  expect(await database().session.count({ where: { id: ada.sessionId } })).toBe(0)
  await change({ idleHours: 720 })
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
})

test('the time from signing in holds for open sessions, in both directions', async () => {
  const ada = await enter('EDITOR')
  const days = async (count: number) => {
    hoursLater(count * 24)
    await database().session.updateMany({ where: { id: ada.sessionId }, data: { lastSeenAt: new Date() } })
  }
  await change({ absoluteDays: 90 })
  await days(40)
  expect((await checkSession(ada.secret)).kind).toBe('person')
  expect(await listSessions(ada, ada.id)).toHaveLength(1)
  await change({ absoluteDays: 39 })
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
  expect(await listSessions(ada, ada.id)).toHaveLength(0)
})

test('passwords for administrators only: nobody else gets in by one, while the house is on', async () => {
  const admin = await enter('ADMINISTRATOR')
  const ada = await enter('REPORTER')
  const visit = { address: '198.51.100.211', userAgent: '', formerSecret: null }
  await change({ ...HOUSE, passwords: 'administrators' })
  expect(await signIn(visit, { email: ada.email, password: PASSWORD })).toBeNull()
  expect(await signIn(visit, { email: admin.email, password: PASSWORD })).not.toBeNull()
  await change({ oidcOn: false })
  expect((await checkSession(secretOf(await signIn(visit, { email: ada.email, password: PASSWORD })))).kind).toBe(
    'person',
  )
  expect((await enterAgain(ada.email)).id).toBe(ada.id)
})

const WHOLE = { issuer: 'http://house.test', authorization_endpoint: 'x', token_endpoint: 'x', jwks_uri: 'x' }

test.each([
  ['all that is needed', 200, WHOLE, /says all/],
  ['another name', 200, { ...WHOLE, issuer: 'http://other.test' }, /calls itself http:\/\/other\.test/],
  ['no document', 404, {}, /no discovery document/],
  ['a page', 200, '<html>', /is none/],
  ['no places', 200, { issuer: 'http://house.test' }, /does not say where/],
  ['another flow', 200, { ...WHOLE, response_types_supported: ['id_token'] }, /code flow/],
  ['no S256', 200, { ...WHOLE, code_challenge_methods_supported: ['plain'] }, /S256/],
  ['a way on', 302, {}, /another address/],
])('the test of the connection finds %s', async (_, status, answer, words) => {
  const admin = await enter('ADMINISTRATOR')
  const server = await outsideServer((_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...(status === 302 ? { Location: '/x' } : {}) })
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
  })
  const { connect } = await import('node:net')
  const ways = {
    resolve: async () => [],
    connect: (host: string, port: number) => connect({ host, port }),
    testHosts: new Map([['house.test', { address: '127.0.0.1', port: server.port }]]),
  }
  expect((await testConnection(admin, { oidcIssuer: 'http://house.test' }, ways)).words).toMatch(words)
  await server.close()
})

test('the test of the connection asks no address of this machine or its network', async () => {
  const admin = await enter('ADMINISTRATOR')
  for (const oidcIssuer of ['https://127.0.0.1', 'https://10.0.0.1', 'https://[::1]', 'https://localhost'])
    expect((await testConnection(admin, { oidcIssuer })).isOk).toBe(false)
})
