import { afterEach, expect, test, vi } from 'vitest'
import { checkSession } from '@/lib/auth/check-session'
import { endSessions } from '@/lib/auth/end-sessions'
import { listSessions } from '@/lib/auth/list-sessions'
import { placeWords } from '@/lib/auth/place-words'
import { signIn } from '@/lib/auth/sign-in'
import { database } from '@/lib/db/database'
import { listen } from '@/lib/db/listen'
import { Forbidden, NotFound, NotSignedIn } from '@/lib/errors'
import { hashSecret, newSecret } from '@/lib/ids'
import { tidyUp } from '@/lib/jobs/tidy-up'
import { createPerson } from '@/lib/people/create-person'
import { enter, enterAgain, hoursLater, NOBODY, PASSWORD, recordedAbout, SYSTEM } from './newsroom'

afterEach(() => {
  vi.useRealTimers()
})

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
let number = 0

async function person(): Promise<{ id: string; email: string }> {
  const email = `device-${++number}@newsroom.test`
  await createPerson(SYSTEM, { name: 'Ada Park', email, role: 'REPORTER', password: PASSWORD })
  const { id } = await database().person.findUniqueOrThrow({ where: { email } })
  return { id, email }
}

function from(email: string, deviceSecret: string, address = '8.8.8.8') {
  return signIn({ address, userAgent: CHROME, formerSecret: null, deviceSecret }, { email, password: PASSWORD })
}

const mailsTo = (to: string) => database().mail.findMany({ where: { to }, orderBy: { id: 'asc' } })

test('the first sign-in of an account is mailed to nobody, one from another device is, and the same device again is not', async () => {
  const ada = await person()
  const [laptop, phone] = [newSecret(), newSecret()]
  await from(ada.email, laptop)
  await from(ada.email, laptop)
  expect(await mailsTo(ada.email)).toEqual([])
  await from(ada.email, phone)
  await from(ada.email, phone)
  const [mail, ...more] = await mailsTo(ada.email)
  expect(more).toEqual([])
  expect(mail?.subject).toBe('A new device signed in as you')
  expect(mail?.text).toContain('Chrome on Windows')
  expect(mail?.text).toContain('United States')
  expect(mail?.text).toContain('/desk/account')
  const devices = await database().device.findMany({ where: { personId: ada.id } })
  expect(devices.map(({ tokenHash }) => tokenHash).sort()).toEqual([laptop, phone].map(hashSecret).sort())
})

test('two sign-ins at once from a new device make one row and one mail', async () => {
  const ada = await person()
  await from(ada.email, newSecret())
  const phone = newSecret()
  await Promise.all([from(ada.email, phone), from(ada.email, phone), from(ada.email, phone)])
  expect(await database().device.count({ where: { personId: ada.id } })).toBe(2)
  expect(await mailsTo(ada.email)).toHaveLength(1)
})

test('a browser that two people share is a device of each', async () => {
  const [ada, ben] = [await person(), await person()]
  const shared = newSecret()
  await from(ada.email, shared)
  await from(ben.email, newSecret())
  await from(ben.email, shared)
  expect(await database().device.count({ where: { tokenHash: hashSecret(shared) } })).toBe(2)
  expect(await mailsTo(ben.email)).toHaveLength(1)
})

test('a device that was not used for a year is forgotten, and mailed about when it comes back', async () => {
  const ada = await person()
  const laptop = newSecret()
  await from(ada.email, laptop)
  hoursLater(366 * 24)
  await tidyUp()
  expect(await database().device.count({ where: { personId: ada.id } })).toBe(0)
  await from(ada.email, laptop)
  expect(await mailsTo(ada.email)).toHaveLength(1)
})

test('places are told in words, without asking anybody', async () => {
  expect(await placeWords('127.0.0.1')).toBe('this machine')
  expect(await placeWords('192.168.1.7')).toBe('a private network')
  expect(await placeWords('fd00:1:2:3::/64')).toBe('a private network')
  expect(await placeWords('8.8.8.8')).toBe('United States')
  expect(await placeWords('2001:4860:4860:0::/64')).toBe('United States')
  expect(await placeWords('8.8.8.8', '8.8.8.8')).toBe('the same network as you are in now')
  expect(await placeWords('203.0.113.9')).toBe('an unknown place')
  expect(await placeWords('unknown', 'unknown')).toBe('an unknown place')
  expect(await placeWords('')).toBe('an unknown place')
})

test('sessions are listed in words, with how they began; others’ only for who may end them', async () => {
  const ada = await enter('REPORTER')
  const other = await enterAgain(ada.email, '8.8.8.8')
  const ben = await enter('EDITOR', 'Ben Oduya')
  const admin = await enter('ADMINISTRATOR', 'Cleo Marsh')
  const own = await listSessions(ada, ada.id)
  expect(own.map(({ isThis }) => isThis).sort()).toEqual([false, true])
  expect(own.find(({ id }) => id === other.sessionId)).toMatchObject({
    device: 'Another program',
    place: 'United States',
    how: 'with a password',
  })
  await expect(listSessions(ben, ada.id)).rejects.toThrow(Forbidden)
  expect(await listSessions(admin, ada.id)).toHaveLength(2)
})

test('a person ends all their other sessions, an administrator all of anybody’s, a reporter nobody else’s', async () => {
  const ada = await enter('REPORTER')
  const others = [await enterAgain(ada.email), await enterAgain(ada.email)]
  const stranger = await enter('EDITOR', 'Ben Oduya')
  const admin = await enter('ADMINISTRATOR', 'Cleo Marsh')
  await expect(endSessions(NOBODY, ada.id)).rejects.toThrow(NotSignedIn)
  await expect(endSessions(stranger, ada.id)).rejects.toThrow(NotFound)
  expect(await endSessions(ada, ada.id)).toEqual({ ended: 2 })
  for (const { secret } of others) expect(await checkSession(secret)).toEqual(NOBODY)
  expect((await checkSession(ada.secret)).kind).toBe('person')
  expect(await endSessions(admin, ada.id)).toEqual({ ended: 1 })
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
  expect(await endSessions(admin, admin.id)).toEqual({ ended: 0 })
  expect((await checkSession(admin.secret)).kind).toBe('person')
  expect((await recordedAbout(ada.id)).filter((action) => action === 'session.endAll')).toHaveLength(2)
})

test('open streams hear of ended sessions within a second', async () => {
  const ada = await enter('REPORTER')
  const admin = await enter('ADMINISTRATOR', 'Cleo Marsh')
  const heard = new Promise<number>((resolve) => {
    const began = Date.now()
    const stop = listen('standfirst_sessions', {
      onPayload: (payload) => {
        if (payload !== ada.id) return
        stop()
        resolve(Date.now() - began)
      },
      onGap: () => void endSessions(admin, ada.id),
    })
  })
  expect(await heard).toBeLessThan(1_500)
})
