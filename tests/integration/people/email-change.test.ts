import { afterEach, expect, test, vi } from 'vitest'
import { checkSession } from '@/lib/auth/check-session'
import { signIn } from '@/lib/auth/sign-in'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { Conflict, NotSignedIn, ProofNeeded, RateLimited } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { confirmEmailChange } from '@/lib/people/confirm-email-change'
import { createPerson } from '@/lib/people/create-person'
import { EmailAddress } from '@/lib/people/email-address'
import { findEmailChange } from '@/lib/people/find-email-change'
import { requestEmailChange } from '@/lib/people/request-email-change'
import { requestReset } from '@/lib/people/request-reset'
import { resetPassword } from '@/lib/people/reset-password'
import { undoEmailChange } from '@/lib/people/undo-email-change'
import { enter, enterAgain, hoursLater, linkFromMail, NOBODY, PASSWORD, recordedAbout, SYSTEM } from './newsroom'

afterEach(() => {
  vi.useRealTimers()
})

let number = 0
const somewhere = () => `198.51.100.${++number}`
const fresh = () => `new-${++number}@newsroom.test`

async function tokenFor(to: string): Promise<string> {
  const mail = await database().mail.findFirstOrThrow({ where: { to }, orderBy: { id: 'desc' } })
  return /\/login\/email\/([\w-]{43})/.exec(mail.text)?.[1] ?? ''
}

const emailOf = async (id: string) => (await database().person.findUniqueOrThrow({ where: { id } })).email

const canSignIn = async (email: string) =>
  (await signIn({ address: somewhere(), userAgent: '', formerSecret: null }, { email, password: PASSWORD })) !== null

test('nothing changes before the new address confirms; then the others are out and the old one is told', async () => {
  const ada = await enter('EDITOR')
  const other = await enterAgain(ada.email)
  const email = fresh()
  await requestEmailChange(ada, { email })
  const token = await tokenFor(email)
  expect(await findEmailChange(token)).toEqual({ kind: 'confirm', email })
  expect(await emailOf(ada.id)).toBe(ada.email)
  expect((await checkSession(other.secret)).kind).toBe('person')
  expect(await confirmEmailChange(somewhere(), { token })).toEqual({ email })
  expect(await emailOf(ada.id)).toBe(email)
  expect((await checkSession(ada.secret)).kind).toBe('person')
  expect(await checkSession(other.secret)).toEqual(NOBODY)
  expect(await canSignIn(ada.email)).toBe(false)
  expect(await canSignIn(email)).toBe(true)
  const told = await database().mail.findFirstOrThrow({ where: { to: ada.email }, orderBy: { id: 'desc' } })
  expect(told.subject).toBe('Your e-mail address was changed')
  await expect(confirmEmailChange(somewhere(), { token })).rejects.toThrow(Conflict)
  expect(await recordedAbout(ada.id)).toEqual(
    expect.arrayContaining(['people.requestEmailChange', 'people.changeEmail']),
  )
})

test('the old address takes it back for seven days, whatever came since, and everybody is out', async () => {
  const ada = await enter('EDITOR')
  const [second, third] = [fresh(), fresh()]
  await requestEmailChange(ada, { email: second })
  await confirmEmailChange(somewhere(), { token: await tokenFor(second) })
  const undo = await tokenFor(ada.email)
  // Whoever took the account over goes on.
  await requestEmailChange({ ...ada, email: second }, { email: third })
  await confirmEmailChange(somewhere(), { token: await tokenFor(third) })
  const theirs = await tokenFor(second)
  await database().externalIdentity.create({
    data: { id: newId(), personId: ada.id, issuer: 'x', subject: second, createdAt: now() },
  })
  hoursLater(6 * 24)
  expect(await findEmailChange(undo)).toEqual({ kind: 'undo', email: ada.email })
  await undoEmailChange(somewhere(), { token: undo })
  expect(await emailOf(ada.id)).toBe(ada.email)
  expect(await database().session.count({ where: { personId: ada.id } })).toBe(0)
  expect(await database().externalIdentity.count({ where: { personId: ada.id } })).toBe(0)
  // The one who took it over has nothing left to take back.
  await expect(undoEmailChange(somewhere(), { token: theirs })).rejects.toThrow(Conflict)
  await expect(undoEmailChange(somewhere(), { token: undo })).rejects.toThrow(Conflict)
})

test('after seven days the change stays', async () => {
  const ada = await enter('EDITOR')
  const email = fresh()
  await requestEmailChange(ada, { email })
  await confirmEmailChange(somewhere(), { token: await tokenFor(email) })
  const undo = await tokenFor(ada.email)
  hoursLater(7 * 24 + 1)
  expect(await findEmailChange(undo)).toEqual({ kind: 'dead' })
  await expect(undoEmailChange(somewhere(), { token: undo })).rejects.toThrow(Conflict)
})

test('a link to confirm works for a day, and only the last one that was asked for', async () => {
  const ada = await enter('EDITOR')
  const [first, second] = [fresh(), fresh()]
  await requestEmailChange(ada, { email: first })
  const early = await tokenFor(first)
  await requestEmailChange(ada, { email: second })
  await expect(confirmEmailChange(somewhere(), { token: early })).rejects.toThrow(Conflict)
  const token = await tokenFor(second)
  hoursLater(25)
  await expect(confirmEmailChange(somewhere(), { token })).rejects.toThrow(Conflict)
  expect(await emailOf(ada.id)).toBe(ada.email)
})

test('an address that somebody here has is not told from a free one, and gets no mail', async () => {
  const [ada, ben] = [await enter('EDITOR'), await enter('EDITOR', 'Ben Oduya')]
  await expect(requestEmailChange(ada, { email: ben.email })).resolves.toBeUndefined()
  await expect(requestEmailChange(ada, { email: fresh() })).resolves.toBeUndefined()
  expect(await database().mail.count({ where: { to: ben.email } })).toBe(0)
})

test('of two who confirm the same address one has it, and the other is told', async () => {
  const [ada, ben] = [await enter('EDITOR'), await enter('EDITOR', 'Ben Oduya')]
  const email = fresh()
  await requestEmailChange(ada, { email })
  const adas = await tokenFor(email)
  await requestEmailChange(ben, { email })
  const bens = await tokenFor(email)
  const outcomes = await Promise.allSettled([
    confirmEmailChange(somewhere(), { token: adas }),
    confirmEmailChange(somewhere(), { token: bens }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await database().person.count({ where: { email } })).toBe(1)
})

test('an old address that somebody else has by now is not taken from them', async () => {
  const ada = await enter('EDITOR')
  const email = fresh()
  await requestEmailChange(ada, { email })
  await confirmEmailChange(somewhere(), { token: await tokenFor(email) })
  const undo = await tokenFor(ada.email)
  await createPerson(SYSTEM, { name: 'Successor', email: ada.email, role: 'REPORTER', password: PASSWORD })
  await expect(undoEmailChange(somewhere(), { token: undo })).rejects.toThrow(Conflict)
  expect(await emailOf(ada.id)).toBe(email)
})

test('links that were mailed to the old address stop working', async () => {
  const ada = await enter('EDITOR')
  await requestReset(somewhere(), { email: ada.email })
  const reset = await linkFromMail(ada.email)
  const email = fresh()
  await requestEmailChange(ada, { email })
  await confirmEmailChange(somewhere(), { token: await tokenFor(email) })
  await expect(resetPassword({ token: reset, password: 'the river froze last night' })).rejects.toThrow(Conflict)
})

test('it needs somebody who has shown lately that it is they, and is counted', async () => {
  const ada = await enter('EDITOR')
  await expect(requestEmailChange(NOBODY, { email: fresh() })).rejects.toThrow(NotSignedIn)
  await expect(requestEmailChange(ada, { email: ada.email })).rejects.toThrow(Conflict)
  for (let time = 0; time < 4; time++) await requestEmailChange(ada, { email: fresh() })
  await expect(requestEmailChange(ada, { email: fresh() })).rejects.toThrow(RateLimited)
  const late = await enter('EDITOR')
  hoursLater(0.3)
  await expect(requestEmailChange(late, { email: fresh() })).rejects.toThrow(ProofNeeded)
})

test.each(['ada＠newsroom.test', '"a"@b.test', 'a@b.test,c@d.test', 'ada@news。room.test', 'a\n@b.test'])(
  '%j is no address to change to',
  (email) => {
    expect(EmailAddress.safeParse(email).success).toBe(false)
  },
)
