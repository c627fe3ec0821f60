import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkSession } from '@/lib/auth/check-session'
import { requestSignInLink } from '@/lib/auth/request-sign-in-link'
import { findSignInLink, signInByLink } from '@/lib/auth/use-sign-in-link'
import type { Visit } from '@/lib/auth/visit'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { Conflict, NotFound, RateLimited } from '@/lib/errors'
import { newSecret } from '@/lib/ids'
import { deactivatePerson } from '@/lib/people/deactivate-person'
import { invitePerson } from '@/lib/people/invite-person'
import { SIGN_IN } from '@/lib/settings/sign-in-settings'
import { enter, hoursLater, SYSTEM, secretOf } from './newsroom'

const KEY = SIGN_IN.keys.linkOn

beforeEach(async () => {
  await database().setting.upsert({ where: { key: KEY }, create: { key: KEY, value: true }, update: { value: true } })
})
afterEach(() => {
  vi.useRealTimers()
})

let place = 0
const somewhere = () => `198.51.100.${++place}`
const visit = (): Visit => ({ address: somewhere(), userAgent: 'Tests/1.0', formerSecret: null })

async function ask(email: string, next = '/desk/plan'): Promise<{ token: string; browserSecret: string }> {
  const { browserSecret } = await requestSignInLink(somewhere(), { email, next })
  const mail = await database().mail.findFirst({ where: { to: email }, orderBy: { id: 'desc' } })
  const token = /\/login\/link\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
  return { token, browserSecret }
}

test('a mailed link signs in once, in the browser that asked, and goes where it was to go', async () => {
  const ada = await enter('EDITOR')
  const link = await ask(ada.email)
  expect(await findSignInLink(link)).toBe('open')
  expect(await findSignInLink(link)).toBe('open')
  const { entered, next } = await signInByLink(visit(), link)
  expect(next).toBe('/desk/plan')
  expect(await checkSession(secretOf(entered))).toMatchObject({ id: ada.id })
  const session = await database().session.findFirst({ where: { personId: ada.id, method: 'link' } })
  expect(session).not.toBeNull()
  expect(await findSignInLink(link)).toBe('used')
  await expect(signInByLink(visit(), link)).rejects.toThrow(Conflict)
})

test('in another browser it opens nothing, and still works where it belongs', async () => {
  const ada = await enter('EDITOR')
  const { token, browserSecret } = await ask(ada.email)
  for (const elsewhere of [null, newSecret(), (await ask('unknown@newsroom.test')).browserSecret]) {
    expect(await findSignInLink({ token, browserSecret: elsewhere })).toBe('elsewhere')
    await expect(signInByLink(visit(), { token, browserSecret: elsewhere })).rejects.toThrow(Conflict)
  }
  expect((await signInByLink(visit(), { token, browserSecret })).entered.kind).toBe('in')
})

test('of ten uses at once one gets in', async () => {
  const ada = await enter('EDITOR')
  const link = await ask(ada.email)
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => signInByLink(visit(), link)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('after ten minutes it has run out', async () => {
  const ada = await enter('EDITOR')
  const link = await ask(ada.email)
  hoursLater(0.17)
  expect(await findSignInLink(link)).toBe('expired')
  await expect(signInByLink(visit(), link)).rejects.toThrow(Conflict)
})

test('an unknown, an invited and a deactivated address get the same answer, and no mail', async () => {
  const gone = await enter('EDITOR')
  await deactivatePerson(SYSTEM, { id: gone.id })
  await invitePerson(SYSTEM, { name: 'Ida Brandt', email: 'not-yet@newsroom.test', role: 'REPORTER' })
  for (const email of [gone.email, 'not-yet@newsroom.test', 'unknown-2@newsroom.test']) {
    const { browserSecret } = await requestSignInLink(somewhere(), { email, next: '/desk' })
    expect(browserSecret).toMatch(/^[\w-]{43}$/)
    expect(await database().mail.count({ where: { to: email, subject: 'Your link to sign in' } })).toBe(0)
  }
})

test('a deactivation voids a link that is under way, and so does switching links off', async () => {
  const [ada, ben] = [await enter('EDITOR'), await enter('EDITOR', 'Ben Oduya')]
  const [adas, bens] = [await ask(ada.email), await ask(ben.email)]
  await deactivatePerson(SYSTEM, { id: ada.id })
  expect(await findSignInLink(adas)).toBe('unknown')
  await expect(signInByLink(visit(), adas)).rejects.toThrow(Conflict)
  await database().setting.update({ where: { key: KEY }, data: { value: false } })
  await expect(signInByLink(visit(), bens)).rejects.toThrow(NotFound)
  await expect(requestSignInLink(somewhere(), { email: ben.email, next: '/desk' })).rejects.toThrow(NotFound)
})

test('a second factor that somebody has is asked for', async () => {
  const ada = await enter('EDITOR')
  await database().totpSecret.create({ data: { personId: ada.id, sealed: 'x', confirmedAt: now(), createdAt: now() } })
  expect((await signInByLink(visit(), await ask(ada.email))).entered.kind).toBe('asked')
})

test('three mails an hour reach a mailbox; ten requests a quarter of an hour come from one network, whatever they ask for', async () => {
  const ada = await enter('EDITOR')
  for (let time = 0; time < 5; time++) await ask(ada.email)
  expect(await database().mail.count({ where: { to: ada.email, subject: 'Your link to sign in' } })).toBe(3)
  const from = somewhere()
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, (_, time) =>
      requestSignInLink(from, { email: `asked-${time}@newsroom.test`, next: '/desk' }),
    ),
  )
  const refused = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
  expect(refused).toHaveLength(2)
  expect(refused[0]?.reason).toBeInstanceOf(RateLimited)
})

test('a link leads to no other site', async () => {
  const ada = await enter('EDITOR')
  const link = await ask(ada.email, '//elsewhere.test')
  expect((await signInByLink(visit(), link)).next).toBe('/desk')
})

test('the tables hold hashes and no secret', async () => {
  const ada = await enter('EDITOR')
  const { token, browserSecret } = await ask(ada.email)
  const rows = JSON.stringify([await database().signInLink.findMany(), await database().auditEvent.findMany()])
  expect(rows).not.toContain(token)
  expect(rows).not.toContain(browserSecret)
})
