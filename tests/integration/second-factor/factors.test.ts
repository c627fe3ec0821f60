import { afterEach, expect, test, vi } from 'vitest'
import { checkSession } from '@/lib/auth/check-session'
import { signIn } from '@/lib/auth/sign-in'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, Invalid, NotFound, NotSignedIn, ProofNeeded, RateLimited } from '@/lib/errors'
import { removePasskey } from '@/lib/passkeys/remove-passkey'
import { renamePasskey } from '@/lib/passkeys/rename-passkey'
import { changePassword } from '@/lib/people/change-password'
import { requestReset } from '@/lib/people/request-reset'
import { resetPassword } from '@/lib/people/reset-password'
import { getOwnFactors } from '@/lib/second-factor/get-factors'
import { prove } from '@/lib/second-factor/prove'
import { removeApp } from '@/lib/second-factor/remove-app'
import { renewRecoveryCodes } from '@/lib/second-factor/renew-recovery-codes'
import { resetFactor } from '@/lib/second-factor/reset-factor'
import { beginApp, confirmApp } from '@/lib/second-factor/set-up-app'
import { spendAppCode } from '@/lib/second-factor/spend-app-code'
import {
  enter,
  enterAgain,
  hoursLater,
  linkFromMail,
  NOBODY,
  PASSWORD,
  recordedAbout,
  SYSTEM,
} from '../people/newsroom'
import { anApp, aPasskey, codeOf, needSecondFactor, provenMinutesAgo } from './factors-of'

afterEach(async () => {
  vi.useRealTimers()
  await needSecondFactor('REPORTER', null)
})

const NEW_PASSWORD = 'the river froze last night'
let place = 0
const visit = () => ({ address: `203.0.113.${++place}`, userAgent: 'Tests/1.0', formerSecret: null })
const mailsTo = async (to: string) =>
  (await database().mail.findMany({ where: { to }, orderBy: { id: 'asc' } })).map(({ subject }) => subject)

test('an app is asked for once its first code was right, and its key is nowhere to be read', async () => {
  const ada = await enter('REPORTER')
  const { key, ticket, picture } = await beginApp(ada)
  expect(picture.length).toBe(picture[0]?.length)
  expect(await getOwnFactors(ada)).toMatchObject({ appSince: null, codesLeft: 0 })
  await expect(confirmApp(ada, { ticket, code: '000000' })).rejects.toThrow(Invalid)
  const { recoveryCodes } = await confirmApp(ada, { ticket, code: codeOf(key) })
  expect(recoveryCodes).toHaveLength(10)
  expect(new Set(recoveryCodes).size).toBe(10)
  for (const code of recoveryCodes ?? []) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/)
  const row = await database().totpSecret.findUniqueOrThrow({ where: { personId: ada.id } })
  const codes = await database().recoveryCode.findMany({ where: { personId: ada.id } })
  expect(JSON.stringify(row)).not.toContain(key)
  expect(Buffer.from(row.sealed, 'base64url').includes(key)).toBe(false)
  for (const code of recoveryCodes ?? []) expect(JSON.stringify(codes)).not.toContain(code.replaceAll('-', ''))
  expect(await signIn(visit(), { email: ada.email, password: PASSWORD })).toMatchObject({ kind: 'asked' })
  expect(await recordedAbout(ada.id)).toContain('factor.add')
  expect(await mailsTo(ada.email)).toEqual(['An app for codes was added'])
})

test('what a key was made for is one session and one hour', async () => {
  const ada = await enter('REPORTER')
  const other = await enterAgain(ada.email)
  const { key, ticket } = await beginApp(ada)
  await expect(confirmApp(other, { ticket, code: codeOf(key) })).rejects.toThrow('Start again')
  hoursLater(1.01)
  await database().session.update({ where: { id: ada.sessionId }, data: { provenAt: new Date() } })
  await expect(confirmApp(ada, { ticket, code: codeOf(key) })).rejects.toThrow('Start again')
})

test('a code works once, also twice at the same moment, and none before it works after it', async () => {
  const ada = await enter('REPORTER')
  const { key, ticket } = await beginApp(ada)
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 30_000) * 30_000 + 10_000 })
  await confirmApp(ada, { ticket, code: codeOf(key, -1) })
  const spend = (code: string) => spendAppCode(database(), ada.id, code)
  expect(await spend(codeOf(key, -1))).toBe(false)
  expect(await spend(codeOf(key, 2))).toBe(false)
  expect(await spend(codeOf(key, -2))).toBe(false)
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => spend(codeOf(key))))
  expect(outcomes.filter(Boolean)).toHaveLength(1)
  expect(await spend(codeOf(key, 1))).toBe(true)
  expect(await spend(codeOf(key))).toBe(false)
})

test('the code of the step before works as long as no later one was used', async () => {
  const ada = await enter('REPORTER')
  const { key } = await anApp(ada)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
  expect(await spendAppCode(database(), ada.id, codeOf(key, -1))).toBe(true)
  expect(await spendAppCode(database(), ada.id, codeOf(key))).toBe(true)
})

test('another app takes the place of the first one when its code is right, and not before', async () => {
  const ada = await enter('REPORTER')
  const first = await anApp(ada)
  const { key, ticket } = await beginApp(ada)
  expect(await spendAppCode(database(), ada.id, codeOf(first.key))).toBe(true)
  expect(await confirmApp(ada, { ticket, code: codeOf(key) })).toEqual({ recoveryCodes: null })
  expect(await spendAppCode(database(), ada.id, codeOf(first.key, 1))).toBe(false)
  expect(await spendAppCode(database(), ada.id, codeOf(key, 1))).toBe(true)
  expect(await recordedAbout(ada.id)).toContain('factor.replace')
})

test('each change of a factor ends every other session and every sign-in that waits, and says so by mail', async () => {
  const ada = await enter('REPORTER')
  const other = await enterAgain(ada.email)
  await anApp(ada)
  expect(await checkSession(other.secret)).toEqual(NOBODY)
  expect((await checkSession(ada.secret)).kind).toBe('person')
  expect(await signIn(visit(), { email: ada.email, password: PASSWORD })).toMatchObject({ kind: 'asked' })
  const { id } = await aPasskey(ada)
  expect(await database().pendingSignIn.count({ where: { personId: ada.id } })).toBe(0)
  await removePasskey(ada, { id })
  await removeApp(ada)
  expect(await getOwnFactors(ada)).toMatchObject({ appSince: null, passkeys: [], codesLeft: 0 })
  expect(await mailsTo(ada.email)).toEqual([
    'An app for codes was added',
    'A passkey was added',
    'A passkey was removed',
    'Your app for codes was removed',
  ])
})

test('what changes how somebody signs in asks for a proof of the last quarter of an hour', async () => {
  const ada = await enter('ADMINISTRATOR')
  const { ticket } = await beginApp(ada)
  const { id } = await aPasskey(ada)
  await provenMinutesAgo(ada, 15)
  const attempts = [
    () => beginApp(ada),
    () => confirmApp(ada, { ticket, code: '000000' }),
    () => removeApp(ada),
    () => renewRecoveryCodes(ada),
    () => removePasskey(ada, { id }),
    () => resetFactor(ada, { id: crypto.randomUUID() }),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(ProofNeeded)
  await expect(prove(ada, { kind: 'password', password: 'not this one at all' }, null)).rejects.toThrow(Invalid)
  await expect(beginApp(ada)).rejects.toThrow(ProofNeeded)
  await prove(ada, { kind: 'password', password: PASSWORD }, null)
  expect((await beginApp(ada)).key).toMatch(/^[A-Z2-7]{32}$/)
  await provenMinutesAgo(ada, 14.9)
  expect((await renewRecoveryCodes(ada)).recoveryCodes).toHaveLength(10)
  expect(await recordedAbout(ada.id)).toEqual(expect.arrayContaining(['session.prove', 'session.refuse']))
})

test('a proof by a code uses the code up, and guesses are limited', async () => {
  const ada = await enter('REPORTER')
  const { key } = await anApp(ada)
  await provenMinutesAgo(ada, 60)
  const code = codeOf(key)
  await prove(ada, { kind: 'code', code }, null)
  await expect(prove(ada, { kind: 'code', code }, null)).rejects.toThrow(Invalid)
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, () => prove(ada, { kind: 'password', password: 'not this one at all' }, null)),
  )
  const limited = outcomes.filter((one) => one.status === 'rejected' && one.reason instanceof RateLimited)
  expect(limited.length).toBeGreaterThanOrEqual(3)
  await expect(prove(ada, { kind: 'password', password: PASSWORD }, null)).rejects.toThrow(RateLimited)
})

test('a session that has ended proves nothing', async () => {
  const ada = await enter('REPORTER')
  await database().session.delete({ where: { id: ada.sessionId } })
  await expect(beginApp(ada)).rejects.toThrow(NotSignedIn)
  await expect(prove(ada, { kind: 'password', password: PASSWORD }, null)).rejects.toThrow(NotSignedIn)
  await expect(beginApp(NOBODY)).rejects.toThrow(NotSignedIn)
})

test('the last factor stays where the role needs one', async () => {
  const ada = await enter('REPORTER')
  await anApp(ada)
  const { id } = await aPasskey(ada)
  await needSecondFactor('REPORTER', { since: new Date(), graceDays: 7 })
  const both = await Promise.allSettled([removeApp(ada), removePasskey(ada, { id })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const one of both) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict)
  const { appSince, passkeys, codesLeft } = await getOwnFactors(ada)
  expect((appSince === null ? 0 : 1) + passkeys.length).toBe(1)
  expect(codesLeft).toBe(10)
})

test('nobody renames or removes another’s passkey', async () => {
  const ada = await enter('REPORTER')
  const eve = await enter('ADMINISTRATOR')
  const { id } = await aPasskey(ada, 'Ada’s laptop')
  await expect(renamePasskey(eve, { id, name: 'Mine' })).rejects.toThrow(NotFound)
  await expect(removePasskey(eve, { id })).rejects.toThrow(NotFound)
  await renamePasskey(ada, { id, name: 'Work laptop' })
  expect((await getOwnFactors(ada)).passkeys).toMatchObject([{ id, name: 'Work laptop', lastUsedAt: null }])
  await removePasskey(ada, { id })
  await expect(removePasskey(ada, { id })).rejects.toThrow(NotFound)
})

test('new recovery codes end the old ones', async () => {
  const ada = await enter('REPORTER')
  await expect(renewRecoveryCodes(ada)).rejects.toThrow(Conflict)
  const { recoveryCodes: old } = await anApp(ada)
  const before = await database().recoveryCode.findMany({ where: { personId: ada.id }, select: { codeHash: true } })
  const { recoveryCodes } = await renewRecoveryCodes(ada)
  expect(recoveryCodes.filter((code) => old.includes(code))).toEqual([])
  const after = await database().recoveryCode.findMany({ where: { personId: ada.id }, select: { codeHash: true } })
  expect(after).toHaveLength(10)
  expect(after.filter(({ codeHash }) => before.some((each) => each.codeHash === codeHash))).toEqual([])
})

test('another password needs the present one, and ends every other session and every link for a forgotten one', async () => {
  const ada = await enter('REPORTER')
  const other = await enterAgain(ada.email)
  await requestReset(visit().address, { email: ada.email })
  const token = await linkFromMail(ada.email)
  const wrong = changePassword(ada, { current: 'not this one at all', password: NEW_PASSWORD })
  await expect(wrong).rejects.toMatchObject({ issues: [{ field: 'current' }] })
  const same = changePassword(ada, { current: PASSWORD, password: PASSWORD })
  await expect(same).rejects.toMatchObject({ issues: [{ field: 'password' }] })
  await changePassword(ada, { current: PASSWORD, password: NEW_PASSWORD })
  expect(await checkSession(other.secret)).toEqual(NOBODY)
  expect((await checkSession(ada.secret)).kind).toBe('person')
  expect(await signIn(visit(), { email: ada.email, password: PASSWORD })).toBeNull()
  expect(await signIn(visit(), { email: ada.email, password: NEW_PASSWORD })).not.toBeNull()
  await expect(resetPassword({ token, password: 'yet another password' })).rejects.toThrow(Conflict)
  expect(await mailsTo(ada.email)).toContain('Your password was changed')
  expect(await recordedAbout(ada.id)).toEqual(expect.arrayContaining(['people.changePassword', 'session.refuse']))
})

test('the same change of password twice at once is done once', async () => {
  const ada = await enter('REPORTER')
  const change = (password: string) => changePassword(ada, { current: PASSWORD, password })
  const outcomes = await Promise.allSettled([change(NEW_PASSWORD), change('somebody else was faster')])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a forgotten password does not take the second factor away, nor go around it', async () => {
  const ada = await enter('REPORTER')
  const { key } = await anApp(ada)
  const pending = await signIn(visit(), { email: ada.email, password: PASSWORD })
  expect(pending).toMatchObject({ kind: 'asked' })
  await requestReset(visit().address, { email: ada.email })
  await resetPassword({ token: await linkFromMail(ada.email), password: NEW_PASSWORD })
  expect(await database().pendingSignIn.count({ where: { personId: ada.id } })).toBe(0)
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
  expect(await signIn(visit(), { email: ada.email, password: NEW_PASSWORD })).toMatchObject({ kind: 'asked' })
  expect(await spendAppCode(database(), ada.id, codeOf(key))).toBe(true)
})

test('an administrator resets a lost second factor: sessions end, a mail goes out, the password alone is enough', async () => {
  const admin = await enter('ADMINISTRATOR')
  const ada = await enter('REPORTER')
  await anApp(ada)
  await aPasskey(ada)
  await resetFactor(admin, { id: ada.id })
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
  expect(await signIn(visit(), { email: ada.email, password: PASSWORD })).toMatchObject({ kind: 'in' })
  expect(await database().recoveryCode.count({ where: { personId: ada.id } })).toBe(0)
  expect(await mailsTo(ada.email)).toContain('Your second factor was reset')
  expect(await recordedAbout(ada.id)).toContain('people.resetFactor')
  await expect(resetFactor(admin, { id: ada.id })).rejects.toThrow(Conflict)
  await expect(resetFactor(SYSTEM, { id: crypto.randomUUID() })).rejects.toThrow(NotFound)
})

test('nobody resets their own second factor, nor one of somebody who may do more', async () => {
  const admin = await enter('ADMINISTRATOR')
  const editor = await enter('EDITOR')
  await anApp(admin)
  await expect(resetFactor(admin, { id: admin.id })).rejects.toThrow(Forbidden)
  await expect(resetFactor(editor, { id: admin.id })).rejects.toThrow(Forbidden)
  const helper = { ...editor, grants: { ...editor.grants, 'people.resetFactor': 'any' as const } }
  await expect(resetFactor(helper, { id: admin.id })).rejects.toThrow('somebody with those rights')
  expect((await getOwnFactors(admin)).appSince).not.toBeNull()
})
