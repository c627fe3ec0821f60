import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { database } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import { acceptInvitation } from '@/lib/people/accept-invitation'
import { findLink } from '@/lib/people/find-link'
import { openSetUp } from '@/lib/people/open-set-up'
import { setUpNewsroom } from '@/lib/people/set-up-newsroom'
import { freshDatabase } from '@/tests/support/database'
import { enterAgain, hoursLater, PASSWORD } from './newsroom'

beforeEach(async () => {
  await freshDatabase()
})
afterEach(() => {
  vi.useRealTimers()
})

const first = { name: 'Ines Varga', email: 'ines@newsroom.test', password: PASSWORD }

async function setUpToken(): Promise<string> {
  return (await openSetUp())?.replace('/invite/', '') ?? ''
}

test('the link of an empty newsroom makes the first administrator, once', async () => {
  const token = await setUpToken()
  expect(await findLink(['JOIN', 'SET_UP'], token)).toMatchObject({ state: 'open', purpose: 'SET_UP', email: '' })
  expect(await database().person.count()).toBe(0)
  expect(await setUpNewsroom({ token, ...first })).toEqual({ email: first.email })
  expect(await enterAgain(first.email)).toMatchObject({ role: 'ADMINISTRATOR', name: 'Ines Varga' })
  expect(await database().byline.count()).toBe(1)
  await expect(setUpNewsroom({ token, ...first, email: 'second@newsroom.test' })).rejects.toThrow(Conflict)
  expect(await openSetUp()).toBeNull()
})

test('used twice at the same moment it makes one administrator', async () => {
  const token = await setUpToken()
  const outcomes = await Promise.allSettled([
    setUpNewsroom({ token, ...first }),
    setUpNewsroom({ token, ...first, email: 'second@newsroom.test' }),
  ])
  expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await database().person.count()).toBe(1)
})

test('each start makes another link; the one before and one of 49 hours ago are void', async () => {
  const before = await setUpToken()
  const token = await setUpToken()
  await expect(setUpNewsroom({ token: before, ...first })).rejects.toThrow(Conflict)
  hoursLater(49)
  await expect(setUpNewsroom({ token, ...first })).rejects.toThrow(Conflict)
  expect(await database().person.count()).toBe(0)
})

test('a set-up link is no invitation', async () => {
  const token = await setUpToken()
  await expect(acceptInvitation({ token, name: 'Ines', password: PASSWORD })).rejects.toThrow(Conflict)
})
