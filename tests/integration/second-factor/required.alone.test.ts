import { afterEach, expect, test, vi } from 'vitest'
import { beginApp, removeApp } from '@/app/(newsroom)/desk/account/actions'
import { startArticle } from '@/app/(newsroom)/desk/articles/actions'
import { POST as askForPasskey } from '@/app/api/account/passkeys/challenge/route'
import { POST as keepPasskey } from '@/app/api/account/passkeys/route'
import { GET as proofWays, POST as showProof } from '@/app/api/account/proof/route'
import { GET as listSections } from '@/app/api/sections/route'
import { GET as readCalendar } from '@/app/calendar/[token]/route'
import { accessNow } from '@/lib/auth/access-now'
import { checkSession } from '@/lib/auth/check-session'
import { endSession } from '@/lib/auth/end-session'
import { secondFactorDueAt } from '@/lib/auth/second-factor-due'
import { cookieName, sealSession } from '@/lib/auth/session-cookie'
import { watchBoard } from '@/lib/board/watch-board'
import { database } from '@/lib/db/database'
import { Forbidden, NotFound } from '@/lib/errors'
import { hashSecret, newId, newSecret } from '@/lib/ids'
import { changeRole } from '@/lib/people/change-role'
import type { PersonActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { type Action, policy } from '@/lib/policy/table'
import { getFactorsOf } from '@/lib/second-factor/get-factors'
import { enter, PASSWORD, SYSTEM } from '../people/newsroom'
import { anApp, aPasskey, HOST, needSecondFactor, provenMinutesAgo } from './factors-of'

let cookie: string | undefined

vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => (cookie === undefined ? undefined : { value: cookie }) }),
  headers: async () => new Headers({ host: 'localhost:3130', origin: 'http://localhost:3130' }),
}))

const DAY = 24 * 60 * 60 * 1000
const ACTIONS = Object.keys(policy) as Action[]

afterEach(async () => {
  vi.useRealTimers()
  cookie = undefined
  for (const role of ['REPORTER', 'EDITOR', 'ADMINISTRATOR']) await needSecondFactor(role, null)
})

async function roleSince(personId: string, at: Date): Promise<void> {
  await database().person.update({ where: { id: personId }, data: { roleSince: at } })
}

async function asActor(secret: string): Promise<PersonActor> {
  const actor = await checkSession(secret)
  if (actor.kind !== 'person') throw new Error('the session is not live')
  return actor
}

/** From here on requests come from this person's browser. */
async function be(actor: PersonActor & { secret: string }): Promise<void> {
  cookie = await sealSession({ sub: actor.id, secret: actor.secret })
}

function request(method: 'GET' | 'POST', body?: unknown): Request {
  const made = new Request(`http://${HOST}/api/anything`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const said = { host: HOST, origin: `http://${HOST}`, 'content-type': 'application/json' }
  for (const [name, value] of Object.entries(said)) made.headers.set(name, value)
  return made
}

const nowhere = { params: Promise.resolve({}) }

test('grace counts from when the role asked for it or from when somebody got the role, whichever was later', () => {
  const early = new Date('2026-01-01T10:00:00Z')
  const late = new Date('2026-02-01T10:00:00Z')
  const due = (secondFactorSince: Date | null, roleSince: Date, graceDays = 7) =>
    secondFactorDueAt({ lacksFactor: true, graceDays, secondFactorSince, roleSince })?.toISOString()
  expect(due(early, late)).toBe('2026-02-08T10:00:00.000Z')
  expect(due(late, early)).toBe('2026-02-08T10:00:00.000Z')
  expect(due(null, early)).toBe('2026-01-08T10:00:00.000Z')
  expect(due(late, early, 0)).toBe('2026-02-01T10:00:00.000Z')
  expect(secondFactorDueAt({ lacksFactor: false, graceDays: 0, secondFactorSince: early, roleSince: early })).toBeNull()
})

test('until the last millisecond of grace everything opens, and says until when; then nothing does', async () => {
  const ada = await enter('EDITOR')
  const since = new Date(Date.now() - 3 * DAY)
  await roleSince(ada.id, new Date(since.getTime() - DAY))
  await needSecondFactor('EDITOR', { since, graceDays: 7 })
  const dueAt = new Date(since.getTime() + 7 * DAY)
  vi.useFakeTimers({ toFake: ['Date'], now: dueAt.getTime() - 1 })
  const before = await asActor(ada.secret)
  expect(before.secondFactor).toEqual({ dueAt, isOverdue: false })
  expect(before.grants).toEqual(ada.grants)
  expect(await accessNow(ada.sessionId, 'newsroom.enter')).toMatchObject({ id: ada.id })
  vi.setSystemTime(dueAt)
  const after = await asActor(ada.secret)
  expect(after.secondFactor).toEqual({ dueAt, isOverdue: true })
  for (const action of ACTIONS) {
    expect(can(after, action), action).toBe(false)
    expect(can(after, action, { ownerIds: [ada.id], leadIds: [ada.id] }), action).toBe(false)
  }
  expect(await accessNow(ada.sessionId, 'newsroom.enter')).toBe('over')
})

test('whoever has a factor, or a role that asks for none, is not asked', async () => {
  const ada = await enter('EDITOR')
  await anApp(ada)
  const idris = await enter('EDITOR')
  await aPasskey(idris)
  const eve = await enter('REPORTER')
  await needSecondFactor('EDITOR', { since: new Date(0), graceDays: 0 })
  for (const { id } of [ada, idris, eve]) await roleSince(id, new Date(0))
  for (const { secret } of [ada, idris, eve]) expect((await asActor(secret)).secondFactor).toBeUndefined()
  await changeRole(SYSTEM, { id: eve.id, role: 'EDITOR' })
  expect((await asActor(eve.secret)).secondFactor).toMatchObject({ isOverdue: true })
})

test('when the time is over, doors open for setting a factor up, and no other does', async () => {
  const ada = await enter('ADMINISTRATOR')
  await roleSince(ada.id, new Date(0))
  await needSecondFactor('ADMINISTRATOR', { since: new Date(0), graceDays: 7 })
  await be(ada)
  const closed = await listSections(request('GET'), nowhere)
  expect(closed.status).toBe(403)
  expect(await closed.json()).toMatchObject({ error: { code: 'SECOND_FACTOR_NEEDED' } })
  expect(await startArticle({} as never)).toMatchObject({ ok: false, problem: { code: 'SECOND_FACTOR_NEEDED' } })
  const other = await enter('REPORTER')
  await expect(endSession(await asActor(ada.secret), other.sessionId)).rejects.toThrow(NotFound)
  expect(await beginApp({})).toMatchObject({ ok: true })
  expect((await proofWays(request('GET'), nowhere)).status).toBe(200)
  expect((await askForPasskey(request('POST', {}), nowhere)).status).toBe(200)
  await anApp(await asActor(ada.secret))
  expect((await listSections(request('GET'), nowhere)).status).toBe(200)
  expect(await removeApp({})).toMatchObject({ ok: false, problem: { code: 'CONFLICT' } })
})

test('an open stream ends when the time is over, and a calendar is empty-handed', async () => {
  const ada = await enter('EDITOR')
  await roleSince(ada.id, new Date(0))
  const token = newSecret()
  await database().calendarFeed.create({
    data: { id: newId(), personId: ada.id, tokenHash: hashSecret(token), createdAt: new Date() },
  })
  const calendar = () => readCalendar(request('GET'), { params: Promise.resolve({ token }) })
  expect((await calendar()).status).toBe(200)
  const heard: string[] = []
  const ended = new Promise<void>((resolve) => {
    watchBoard(ada, {}, ({ kind }) => {
      heard.push(kind)
      if (kind === 'ended') resolve()
    })
  })
  await needSecondFactor('EDITOR', { since: new Date(0), graceDays: 1 })
  await new Promise((resolve) => setTimeout(resolve, 200))
  await database().$executeRaw`SELECT pg_notify('standfirst_sessions', ${ada.id})`
  await ended
  expect(heard).toContain('ended')
  expect((await calendar()).status).toBe(404)
})

test('nobody without a session comes through a door that is for everybody who has one', async () => {
  for (const answer of [
    await proofWays(request('GET'), nowhere),
    await showProof(request('POST', { kind: 'password', password: PASSWORD }), nowhere),
    await askForPasskey(request('POST', {}), nowhere),
  ])
    expect(answer.status).toBe(401)
  expect(await beginApp({})).toMatchObject({ ok: false, problem: { status: 401 } })
})

test('a proof and a passkey are what they have to be: no operators, nothing more than was asked for', async () => {
  const ada = await enter('REPORTER')
  await be(ada)
  await provenMinutesAgo(ada, 60)
  const wrong = [{ not: '' }, [PASSWORD], 1, null, true]
  const bodies: unknown[] = [
    ...wrong.map((password) => ({ kind: 'password', password })),
    ...wrong.map((code) => ({ kind: 'code', code })),
    ...wrong.map((kind) => ({ kind, password: PASSWORD })),
    { kind: 'password', password: PASSWORD, personId: ada.id },
  ]
  for (const body of bodies)
    expect((await showProof(request('POST', body), nowhere)).status, JSON.stringify(body)).toBe(400)
  for (const name of wrong) expect((await keepPasskey(request('POST', { name, made: {} }), nowhere)).status).toBe(400)
  expect((await askForPasskey(request('POST', {}), nowhere)).status).toBe(403)
  expect((await showProof(request('POST', { kind: 'password', password: PASSWORD }), nowhere)).status).toBe(200)
  const asked = await askForPasskey(request('POST', {}), nowhere)
  expect(asked.headers.getSetCookie().join()).toContain(`${cookieName('passkey')}=`)
  expect(asked.headers.getSetCookie().join()).toContain('HttpOnly')
})

test('nobody learns what others have set up who may not reset it', async () => {
  const ada = await enter('REPORTER')
  await expect(getFactorsOf(ada, ada.id)).rejects.toThrow(Forbidden)
})
