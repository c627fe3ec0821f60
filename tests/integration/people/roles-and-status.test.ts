import pg from 'pg'
import { expect, test } from 'vitest'
import { checkSession } from '@/lib/auth/check-session'
import { signIn } from '@/lib/auth/sign-in'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, NotFound, NotSignedIn } from '@/lib/errors'
import { changeRole } from '@/lib/people/change-role'
import { createPerson } from '@/lib/people/create-person'
import { deactivatePerson } from '@/lib/people/deactivate-person'
import { invitePerson } from '@/lib/people/invite-person'
import { listPeople } from '@/lib/people/list-people'
import { reactivatePerson } from '@/lib/people/reactivate-person'
import { getPerson } from '@/lib/people/readers'
import { freshDatabase } from '@/tests/support/database'
import { enter, enterAgain, NOBODY, PASSWORD, recordedAbout, SYSTEM } from './newsroom'

const visit = { address: '198.51.100.1', userAgent: 'Tests/1.0', formerSecret: null }

test('a changed role holds on the next request and is recorded', async () => {
  const admin = await enter('ADMINISTRATOR')
  const ada = await enter('REPORTER')
  await changeRole(admin, { id: ada.id, role: 'EDITOR' })
  expect(await checkSession(ada.secret)).toMatchObject({ role: 'EDITOR' })
  const event = await database().auditEvent.findFirst({ where: { thingId: ada.id, action: 'people.changeRole' } })
  expect(event).toMatchObject({ personId: admin.id, detail: { from: 'REPORTER', to: 'EDITOR' } })
})

test('a deactivated person is nobody on the next request, cannot sign in, and keeps the byline', async () => {
  const admin = await enter('ADMINISTRATOR')
  const ada = await enter('EDITOR')
  const other = await enterAgain(ada.email)
  await deactivatePerson(admin, { id: ada.id })
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
  expect(await checkSession(other.secret)).toEqual(NOBODY)
  expect(await signIn(visit, { email: ada.email, password: PASSWORD })).toBeNull()
  expect(await database().byline.count({ where: { personId: ada.id } })).toBe(1)
  await deactivatePerson(admin, { id: ada.id })
  expect((await recordedAbout(ada.id)).filter((action) => action === 'people.deactivate')).toHaveLength(1)
})

test('a status that is changed behind our back ends the session too', async () => {
  const ada = await enter('EDITOR')
  await database().person.update({ where: { id: ada.id }, data: { status: 'DEACTIVATED' } })
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
})

test('a reactivated person signs in again; the sessions of before stay ended', async () => {
  const admin = await enter('ADMINISTRATOR')
  const ada = await enter('EDITOR')
  await deactivatePerson(admin, { id: ada.id })
  await reactivatePerson(admin, { id: ada.id })
  expect(await checkSession(ada.secret)).toEqual(NOBODY)
  expect(await enterAgain(ada.email)).toMatchObject({ id: ada.id, role: 'EDITOR' })
  expect(await recordedAbout(ada.id)).toContain('people.reactivate')
})

test('every process hears of ended sessions when the deactivation is committed', async () => {
  const admin = await enter('ADMINISTRATOR')
  const ada = await enter('EDITOR')
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL ?? '' })
  await client.connect()
  await client.query('LISTEN standfirst_sessions')
  const heard = new Promise((resolve) => client.once('notification', (message) => resolve(message.payload)))
  await deactivatePerson(admin, { id: ada.id })
  expect(await heard).toBe(ada.id)
  await client.end()
})

test('somebody invited cannot be deactivated, only revoked', async () => {
  const admin = await enter('ADMINISTRATOR')
  const { id } = await invitePerson(admin, { name: 'New Hand', email: 'new-hand@newsroom.test', role: 'REPORTER' })
  await expect(deactivatePerson(admin, { id })).rejects.toThrow(Conflict)
})

test('the last administrator can be neither demoted nor deactivated', async () => {
  await freshDatabase()
  const admin = await enter('ADMINISTRATOR')
  await enter('EDITOR')
  await expect(changeRole(admin, { id: admin.id, role: 'EDITOR' })).rejects.toThrow('last administrator')
  await expect(deactivatePerson(admin, { id: admin.id })).rejects.toThrow('last administrator')
  await expect(changeRole(SYSTEM, { id: admin.id, role: 'REPORTER' })).rejects.toThrow(Conflict)
})

test('an invited or deactivated administrator does not count as one', async () => {
  await freshDatabase()
  const admin = await enter('ADMINISTRATOR')
  const second = await enter('ADMINISTRATOR')
  await deactivatePerson(admin, { id: second.id })
  await invitePerson(admin, { name: 'Not Yet', email: 'not-yet@newsroom.test', role: 'ADMINISTRATOR' })
  await expect(deactivatePerson(admin, { id: admin.id })).rejects.toThrow('last administrator')
})

test('two administrators who remove each other at the same moment: one stays', async () => {
  for (let round = 0; round < 8; round++) {
    await freshDatabase()
    const one = await enter('ADMINISTRATOR')
    const two = await enter('ADMINISTRATOR')
    const outcomes = await Promise.allSettled([
      deactivatePerson(one, { id: two.id }),
      changeRole(two, { id: one.id, role: 'EDITOR' }),
    ])
    expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toHaveLength(1)
    expect(await database().person.count({ where: { role: 'ADMINISTRATOR', status: 'ACTIVE' } })).toBe(1)
  }
})

test('only an administrator changes roles, deactivates and reactivates', async () => {
  const ada = await enter('REPORTER')
  for (const actor of [ada, await enter('EDITOR')]) {
    await expect(changeRole(actor, { id: ada.id, role: 'ADMINISTRATOR' })).rejects.toThrow(Forbidden)
    await expect(deactivatePerson(actor, { id: ada.id })).rejects.toThrow(Forbidden)
    await expect(reactivatePerson(actor, { id: ada.id })).rejects.toThrow(Forbidden)
    await expect(getPerson(actor, ada.id)).rejects.toThrow(Forbidden)
    await expect(
      createPerson(actor, { name: 'Mole', email: 'mole@newsroom.test', role: 'ADMINISTRATOR', password: PASSWORD }),
    ).rejects.toThrow(Forbidden)
  }
  await expect(deactivatePerson(NOBODY, { id: ada.id })).rejects.toThrow(NotSignedIn)
  await expect(changeRole(NOBODY, { id: ada.id, role: 'ADMINISTRATOR' })).rejects.toThrow(NotSignedIn)
  expect(await checkSession(ada.secret)).toMatchObject({ role: 'REPORTER' })
})

test('people who do not exist are not found', async () => {
  const admin = await enter('ADMINISTRATOR')
  const id = crypto.randomUUID()
  await expect(changeRole(admin, { id, role: 'EDITOR' })).rejects.toThrow(NotFound)
  await expect(deactivatePerson(admin, { id })).rejects.toThrow(NotFound)
  await expect(reactivatePerson(admin, { id })).rejects.toThrow(NotFound)
  await expect(getPerson(admin, id)).rejects.toThrow(NotFound)
})

test('the list tells state and last seen; a person’s page the live sessions and no secret', async () => {
  const admin = await enter('ADMINISTRATOR')
  const ada = await enter('EDITOR', 'Zoe Lind')
  await enterAgain(ada.email)
  const listed = (await listPeople(admin, { limit: 500 })).people.find((person) => person.id === ada.id)
  expect(listed).toMatchObject({ name: 'Zoe Lind', status: 'ACTIVE', role: 'EDITOR', bylineSlug: 'zoe-lind' })
  expect(listed?.lastSeenAt).toBeInstanceOf(Date)
  const person = await getPerson(admin, ada.id)
  expect(person.sessions).toHaveLength(2)
  expect(JSON.stringify(person)).not.toMatch(/hash|argon2/i)
})

test('a script cannot make a person with a bad address, a common password or a long name', async () => {
  const good = { name: 'Fine', email: 'fine@newsroom.test', role: 'EDITOR' as const, password: PASSWORD }
  await expect(createPerson(SYSTEM, { ...good, email: 'fine＠newsroom.test' })).rejects.toThrow('e-mail')
  await expect(createPerson(SYSTEM, { ...good, password: 'password1234' })).rejects.toThrow('password')
  await expect(createPerson(SYSTEM, { ...good, password: 'short' })).rejects.toThrow('12')
  await expect(createPerson(SYSTEM, { ...good, name: 'a\nb' })).rejects.toThrow('name')
  await createPerson(SYSTEM, good)
  await expect(createPerson(SYSTEM, good)).rejects.toThrow(Conflict)
})
