import { afterEach, expect, test, vi } from 'vitest'
import { checkSession } from '@/lib/auth/check-session'
import { signIn } from '@/lib/auth/sign-in'
import { database } from '@/lib/db/database'
import { Conflict, RateLimited } from '@/lib/errors'
import { deactivatePerson } from '@/lib/people/deactivate-person'
import { findLink } from '@/lib/people/find-link'
import { requestReset } from '@/lib/people/request-reset'
import { resetPassword } from '@/lib/people/reset-password'
import { enter, enterAgain, hoursLater, linkFromMail, NOBODY, PASSWORD, recordedAbout, SYSTEM } from './newsroom'

afterEach(() => {
  vi.useRealTimers()
})

const NEW_PASSWORD = 'the river froze last night'
let place = 0
const somewhere = () => `198.51.100.${++place}`

test('a reset by mail sets the password once and ends every session', async () => {
  const ada = await enter('EDITOR')
  const other = await enterAgain(ada.email)
  await requestReset(somewhere(), { email: ada.email })
  const token = await linkFromMail(ada.email)
  expect(await findLink(['RESET'], token)).toMatchObject({ state: 'open' })
  expect((await checkSession(ada.secret)).kind).toBe('person')
  await resetPassword({ token, password: NEW_PASSWORD })
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
  expect(await checkSession(other.secret)).toEqual(NOBODY)
  const visit = { address: somewhere(), userAgent: '', formerSecret: null }
  expect(await signIn(visit, { email: ada.email, password: PASSWORD })).toBeNull()
  expect(await signIn(visit, { email: ada.email, password: NEW_PASSWORD })).not.toBeNull()
  await expect(resetPassword({ token, password: 'yet another password' })).rejects.toThrow(Conflict)
  expect(await recordedAbout(ada.id)).toEqual(expect.arrayContaining(['people.requestReset', 'people.resetPassword']))
})

test('a reset link used twice at the same moment sets one password', async () => {
  const ada = await enter('EDITOR')
  await requestReset(somewhere(), { email: ada.email })
  const token = await linkFromMail(ada.email)
  const outcomes = await Promise.allSettled([
    resetPassword({ token, password: NEW_PASSWORD }),
    resetPassword({ token, password: 'somebody else was faster' }),
  ])
  expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a reset link works for one hour', async () => {
  const ada = await enter('EDITOR')
  await requestReset(somewhere(), { email: ada.email })
  const token = await linkFromMail(ada.email)
  hoursLater(1.01)
  expect(await findLink(['RESET'], token)).toEqual({ state: 'expired' })
  await expect(resetPassword({ token, password: NEW_PASSWORD })).rejects.toThrow(Conflict)
})

test('an unknown, an invited and a deactivated address get the same answer and no mail', async () => {
  const gone = await enter('EDITOR')
  await deactivatePerson(SYSTEM, { id: gone.id })
  await expect(requestReset(somewhere(), { email: gone.email })).resolves.toBeUndefined()
  await expect(requestReset(somewhere(), { email: 'unknown@newsroom.test' })).resolves.toBeUndefined()
  expect(await database().mail.count({ where: { to: { in: [gone.email, 'unknown@newsroom.test'] } } })).toBe(0)
})

test('a link that was mailed before a deactivation is void', async () => {
  const ada = await enter('EDITOR')
  await requestReset(somewhere(), { email: ada.email })
  const token = await linkFromMail(ada.email)
  await deactivatePerson(SYSTEM, { id: ada.id })
  await expect(resetPassword({ token, password: NEW_PASSWORD })).rejects.toThrow(Conflict)
})

test('a mailbox is not filled: three mails an hour, and no word about it', async () => {
  const ada = await enter('EDITOR')
  for (let time = 0; time < 5; time++) await requestReset(somewhere(), { email: ada.email })
  expect(await database().mail.count({ where: { to: ada.email } })).toBe(3)
})

test('one place may ask ten times, however it changes the address it asks for', async () => {
  const from = somewhere()
  const asked = Array.from({ length: 12 }, (_, time) => requestReset(from, { email: `asked-${time}@newsroom.test` }))
  const outcomes = await Promise.allSettled(asked)
  const refused = outcomes.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(2)
  expect(refused[0]?.reason).toBeInstanceOf(RateLimited)
})
