import { verify } from '@node-rs/argon2'
import { afterEach, expect, test, vi } from 'vitest'
import { accessNow } from '@/lib/auth/access-now'
import { checkSession } from '@/lib/auth/check-session'
import { endSession } from '@/lib/auth/end-session'
import { signIn } from '@/lib/auth/sign-in'
import { signOut } from '@/lib/auth/sign-out'
import { database } from '@/lib/db/database'
import { NotFound, NotSignedIn, RateLimited } from '@/lib/errors'
import { hashSecret } from '@/lib/ids'
import { createPerson } from '@/lib/people/create-person'
import { deactivatePerson } from '@/lib/people/deactivate-person'
import { enter, enterAgain, hoursLater, NOBODY, PASSWORD, recordedAbout, SYSTEM, secretOf } from './newsroom'

vi.mock('@node-rs/argon2', async (load) => {
  const argon2 = await load<typeof import('@node-rs/argon2')>()
  return { ...argon2, verify: vi.fn(argon2.verify) }
})

afterEach(() => {
  vi.useRealTimers()
})

let place = 0

function visit(address = `198.51.100.${++place}`) {
  return { address, userAgent: 'Tests/1.0', formerSecret: null }
}

async function outcome(work: Promise<unknown>): Promise<'in' | 'wrong' | 'limited'> {
  try {
    return (await work) ? 'in' : 'wrong'
  } catch (error) {
    if (error instanceof RateLimited) return 'limited'
    throw error
  }
}

test('the right password starts a session whose row holds only a hash', async () => {
  const ada = await enter('REPORTER')
  const row = await database().session.findUniqueOrThrow({ where: { id: ada.sessionId } })
  expect(row.tokenHash).toBe(hashSecret(ada.secret))
  expect(JSON.stringify(row)).not.toContain(ada.secret)
  expect(await recordedAbout(ada.id)).toEqual(['people.create', 'session.start'])
})

test('an address is compared trimmed and in lower case', async () => {
  const ada = await enter('REPORTER')
  const typed = `  ${ada.email.toUpperCase()} `
  expect(await outcome(signIn(visit(), { email: typed, password: PASSWORD }))).toBe('in')
})

test.each([
  ['a full-width @', (email: string) => email.replace('@', '＠')],
  ['a small @', (email: string) => email.replace('@', '﹫')],
  ['a look-alike dot', (email: string) => email.replaceAll('.', '。')],
  ['a list', (email: string) => `${email},attacker@elsewhere.test`],
  ['a quoted part', (email: string) => `"${email}"@elsewhere.test`],
  ['a letter whose lower case is k', (email: string) => email.replace('n', '\u212a')],
])('%s does not sign anybody in', async (_, disguise) => {
  const ada = await enter('REPORTER')
  expect(await outcome(signIn(visit(), { email: disguise(ada.email), password: PASSWORD }))).toBe('wrong')
})

test('a wrong password, an unknown address, an invited and a deactivated person get the same answer', async () => {
  const ada = await enter('REPORTER')
  const gone = await enter('REPORTER')
  await deactivatePerson(SYSTEM, { id: gone.id })
  const answers = await Promise.all([
    signIn(visit(), { email: ada.email, password: 'not this one at all' }),
    signIn(visit(), { email: 'unknown@newsroom.test', password: PASSWORD }),
    signIn(visit(), { email: gone.email, password: PASSWORD }),
    signIn(visit(), { email: 'no address', password: PASSWORD }),
  ])
  expect(answers).toEqual([null, null, null, null])
})

test('whatever is wrong costs one look at a hash of the same price, so that the time tells nothing', async () => {
  const ada = await enter('REPORTER')
  const gone = await enter('REPORTER')
  await deactivatePerson(SYSTEM, { id: gone.id })
  await signIn(visit(), { email: 'warm@newsroom.test', password: PASSWORD })
  vi.mocked(verify).mockClear()
  await signIn(visit(), { email: ada.email, password: 'not this one at all' })
  await signIn(visit(), { email: 'unknown@newsroom.test', password: PASSWORD })
  await signIn(visit(), { email: gone.email, password: PASSWORD })
  await signIn(visit(), { email: 'no address', password: PASSWORD })
  await signIn(visit(), { email: ada.email, password: 'x'.repeat(9000) })
  const prices = vi.mocked(verify).mock.calls.map(([hash]) => String(hash).split('$').slice(1, 4).join(' '))
  expect(prices).toEqual(Array(5).fill('argon2id v=19 m=19456,t=2,p=1'))
})

test('fifty wrong sign-ins at the same moment are fifty tries: five are looked at', async () => {
  const ada = await enter('REPORTER')
  const from = visit()
  const tries = Array.from({ length: 50 }, () =>
    outcome(signIn(from, { email: ada.email, password: 'not this one at all' })),
  )
  const outcomes = await Promise.all(tries)
  expect(outcomes.filter((one) => one === 'wrong')).toHaveLength(5)
  expect(outcomes.filter((one) => one === 'limited')).toHaveLength(45)
  expect(await outcome(signIn(from, { email: ada.email, password: PASSWORD }))).toBe('limited')
})

test('somebody who guesses from elsewhere does not lock the owner out', async () => {
  const ada = await enter('REPORTER')
  for (let time = 0; time < 6; time++)
    await outcome(signIn(visit('203.0.113.9'), { email: ada.email, password: 'guess guess guess' }))
  expect(await outcome(signIn(visit(), { email: ada.email, password: PASSWORD }))).toBe('in')
})

test('after a hundred guesses from many places the account is shut for strangers and open where the owner was before', async () => {
  const ada = await enter('REPORTER')
  const home = '203.0.113.77'
  await enterAgain(ada.email, home)
  for (let time = 0; time < 120; time++) {
    await outcome(signIn(visit(`10.0.${time}.1`), { email: ada.email, password: 'guess guess guess' }))
  }
  expect(await outcome(signIn(visit('10.1.1.1'), { email: ada.email, password: PASSWORD }))).toBe('limited')
  expect(await outcome(signIn(visit(home), { email: ada.email, password: PASSWORD }))).toBe('in')
})

test('one address that tries many accounts is stopped after fifty', async () => {
  const from = visit('203.0.113.50')
  const outcomes: string[] = []
  for (let time = 0; time < 52; time++) {
    outcomes.push(await outcome(signIn(from, { email: `reader-${time}@newsroom.test`, password: 'guess guess guess' })))
  }
  expect(outcomes.slice(0, 50)).not.toContain('limited')
  expect(outcomes.slice(50)).toEqual(['limited', 'limited'])
})

test('upper case and blanks do not make another account of the counter', async () => {
  const ada = await enter('REPORTER')
  const from = visit()
  for (let time = 0; time < 5; time++) await outcome(signIn(from, { email: ada.email, password: 'guess guess guess' }))
  expect(await outcome(signIn(from, { email: ` ${ada.email.toUpperCase()}`, password: PASSWORD }))).toBe('limited')
})

test('the right password forgets the wrong ones before it', async () => {
  const ada = await enter('REPORTER')
  const from = visit()
  for (let round = 0; round < 3; round++) {
    for (let time = 0; time < 4; time++)
      await outcome(signIn(from, { email: ada.email, password: 'guess guess guess' }))
    expect(await outcome(signIn(from, { email: ada.email, password: PASSWORD }))).toBe('in')
  }
})

test('two passwords of 80 characters that begin alike are two passwords', async () => {
  const start = 'the same beginning over and over again, '.repeat(2).slice(0, 79)
  await createPerson(SYSTEM, {
    name: 'Long Word',
    email: 'long@newsroom.test',
    role: 'REPORTER',
    password: `${start}1`,
  })
  expect(await outcome(signIn(visit(), { email: 'long@newsroom.test', password: `${start}2` }))).toBe('wrong')
  expect(await outcome(signIn(visit(), { email: 'long@newsroom.test', password: `${start}1` }))).toBe('in')
})

test('a session whose row is gone is nobody', async () => {
  const ada = await enter('EDITOR')
  await database().session.delete({ where: { id: ada.sessionId } })
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
  expect(await accessNow(ada.sessionId, 'newsroom.enter')).toBe('over')
})

test('a session ends after thirty days however much it is used', async () => {
  const ada = await enter('EDITOR')
  await database().session.update({
    where: { id: ada.sessionId },
    data: { lastSeenAt: new Date(Date.now() + 31 * 864e5) },
  })
  hoursLater(30 * 24 + 1)
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
})

test('a session that nobody used for fourteen days has ended', async () => {
  const ada = await enter('EDITOR')
  hoursLater(14 * 24 - 1)
  expect((await checkSession(ada.secret)).kind).toBe('person')
  hoursLater(14 * 24 + 1)
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
  expect(await accessNow(ada.sessionId, 'newsroom.enter')).toBe('over')
})

test('last seen is written once a minute at most', async () => {
  const ada = await enter('EDITOR')
  const before = await database().session.findUniqueOrThrow({ where: { id: ada.sessionId } })
  await checkSession(ada.secret)
  expect((await database().session.findUniqueOrThrow({ where: { id: ada.sessionId } })).lastSeenAt).toEqual(
    before.lastSeenAt,
  )
  hoursLater(0.02)
  await checkSession(ada.secret)
  const after = await database().session.findUniqueOrThrow({ where: { id: ada.sessionId } })
  expect(after.lastSeenAt.getTime()).toBeGreaterThan(before.lastSeenAt.getTime())
  expect((await database().person.findUniqueOrThrow({ where: { id: ada.id } })).lastSeenAt).toEqual(after.lastSeenAt)
})

test('signing in again from one browser ends the session that it had', async () => {
  const ada = await enter('EDITOR')
  const again = await signIn({ ...visit(), formerSecret: ada.secret }, { email: ada.email, password: PASSWORD })
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
  expect((await checkSession(secretOf(again))).kind).toBe('person')
})

test('signing out ends the session and no other', async () => {
  const ada = await enter('EDITOR')
  const other = await enterAgain(ada.email)
  await signOut(ada.secret)
  await signOut(ada.secret)
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
  expect((await checkSession(other.secret)).kind).toBe('person')
})

test('a person ends an own session, an administrator anybody’s, a reporter nobody else’s', async () => {
  const ada = await enter('REPORTER')
  const other = await enterAgain(ada.email)
  const stranger = await enter('REPORTER', 'Ben Oduya')
  const admin = await enter('ADMINISTRATOR', 'Cleo Marsh')
  await expect(endSession(stranger, ada.sessionId)).rejects.toThrow(NotFound)
  await expect(endSession(NOBODY, ada.sessionId)).rejects.toThrow(NotSignedIn)
  expect((await checkSession(ada.secret)).kind).toBe('person')
  await endSession(ada, other.sessionId)
  expect(await checkSession(other.secret)).toEqual(NOBODY)
  await endSession(admin, ada.sessionId)
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
  await expect(endSession(admin, ada.sessionId)).rejects.toThrow(NotFound)
})

test('a sign-in at the moment of a deactivation leaves no session behind', async () => {
  for (let round = 0; round < 5; round++) {
    const ada = await enter('REPORTER')
    await Promise.all([
      deactivatePerson(SYSTEM, { id: ada.id }),
      signIn(visit(), { email: ada.email, password: PASSWORD }).catch(() => null),
    ])
    expect(await database().session.count({ where: { personId: ada.id } })).toBe(0)
  }
})

test('many requests at once, a minute after the last, are all let in and note it once', async () => {
  const ada = await enter('REPORTER')
  const before = new Date(Date.now() - 5 * 60_000)
  await database().session.update({ where: { id: ada.sessionId }, data: { lastSeenAt: before } })
  const actors = await Promise.all(Array.from({ length: 60 }, () => checkSession(ada.secret)))
  expect(actors.map(({ kind }) => kind)).toEqual(actors.map(() => 'person'))
  const { lastSeenAt } = await database().session.findUniqueOrThrow({ where: { id: ada.sessionId } })
  expect(lastSeenAt.getTime()).toBeGreaterThan(before.getTime())
})
