import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/database'
import { Forbidden } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { deactivatePerson } from '@/lib/people/deactivate-person'
import { invitePerson } from '@/lib/people/invite-person'
import { listPeople } from '@/lib/people/list-people'
import type { PeopleFilter } from '@/lib/people/people-filter'
import type { PersonActor } from '@/lib/policy/actor'
import { freshDatabase } from '@/tests/support/database'
import { enter } from './newsroom'

const DAY = 24 * 60 * 60 * 1000
let admin: PersonActor
let deskId: string
const ids: Record<string, string> = {}

beforeAll(async () => {
  await freshDatabase()
  admin = await enter('ADMINISTRATOR', 'Ines Calder')
  deskId = newId()
  await database().desk.create({
    data: { id: deskId, slug: 'foreign', name: 'Foreign', position: 0, createdAt: new Date() },
  })
  const seen = async (name: string, days: number | null) => {
    const { id } = await enter('REPORTER', name)
    const lastSeenAt = days === null ? null : new Date(Date.now() - days * DAY)
    await database().person.update({ where: { id }, data: { lastSeenAt } })
    ids[name] = id
    return id
  }
  await seen('Ängela Núñez', 1)
  await seen('Month Away', 40)
  await seen('Quarter Away', 100)
  await seen('Never Here', null)
  const gone = await seen('Gone Away', 5)
  await deactivatePerson(admin, { id: gone })
  ids.invited = (await invitePerson(admin, { name: 'New Hand', email: 'new@newsroom.test', role: 'EDITOR' })).id
  ids.ranOut = (await invitePerson(admin, { name: 'Old Hand', email: 'old@newsroom.test', role: 'EDITOR' })).id
  await database().invitation.updateMany({
    where: { personId: ids.ranOut },
    data: { expiresAt: new Date(Date.now() - DAY) },
  })
  await database().deskMember.create({ data: { deskId, personId: ids['Month Away'] ?? '', isLead: true } })
  const at = new Date()
  await database().totpSecret.create({
    data: { personId: ids['Month Away'] ?? '', sealed: 'x', confirmedAt: at, createdAt: at },
  })
  await database().totpSecret.create({ data: { personId: ids['Never Here'] ?? '', sealed: 'x', createdAt: at } })
  await database().passkey.create({
    data: {
      ...{ id: newId(), personId: ids['Quarter Away'] ?? '', credentialId: 'c', publicKey: Buffer.from('k') },
      ...{ name: 'Phone', createdAt: at },
    },
  })
})

const namesOf = async (filter: PeopleFilter) => (await listPeople(admin, filter)).people.map(({ name }) => name)

describe('The list of people', () => {
  test.each<[string, PeopleFilter, string[]]>([
    ['by a part of the name, whatever its accents', { words: 'angela nun' }, ['Ängela Núñez']],
    ['by a part of the e-mail', { words: 'NEW@newsroom' }, ['New Hand']],
    ['by role', { role: 'EDITOR' }, ['New Hand', 'Old Hand']],
    ['by a role that is gone', { role: 'nobody-has-this' }, []],
    ['by desk', { desk: 'DESK' }, ['Month Away']],
    ['by having no desk and a state', { desk: 'none', state: 'deactivated' }, ['Gone Away']],
    ['by open invitation', { state: 'invited' }, ['New Hand']],
    ['by an invitation that ran out', { state: 'ranOut' }, ['Old Hand']],
    ['by not being seen for 30 days', { seen: 'month' }, ['Month Away', 'Quarter Away']],
    ['by not being seen for 90 days', { seen: 'quarter' }, ['Quarter Away']],
    ['by never being seen', { seen: 'never' }, ['Never Here', 'New Hand', 'Old Hand']],
    ['by codes of an app, once they are confirmed', { factor: 'app' }, ['Month Away']],
    ['by passkey', { factor: 'passkey' }, ['Quarter Away']],
    ['by several at once', { seen: 'month', factor: 'none' }, []],
    ['by signs that mean something to a database', { words: "%_'\\" }, []],
  ])('is narrowed %s', async (_, filter, names) => {
    expect(await namesOf({ ...filter, ...(filter.desk === 'DESK' ? { desk: deskId } : {}) })).toEqual(names)
  })

  test('counts each state with the rest of the filter, whichever of them is shown', async () => {
    const { counts } = await listPeople(admin, { role: 'EDITOR', state: 'invited' })
    expect(counts).toEqual({ invited: 1, ranOut: 1, active: 0, deactivated: 0 })
    expect((await listPeople(admin)).counts).toEqual({ invited: 1, ranOut: 1, active: 5, deactivated: 1 })
  })

  test('says desks and second factor, and no secret', async () => {
    const { people } = await listPeople(admin, { words: 'away' })
    expect(people.find(({ name }) => name === 'Month Away')).toMatchObject({
      desks: [{ id: deskId, name: 'Foreign', isLead: true }],
      secondFactor: { hasApp: true, passkeys: 0 },
    })
    expect(JSON.stringify(people)).not.toMatch(/hash|sealed|credential/i)
  })

  test('goes by name a page at a time, everybody once, also those of one name', async () => {
    const createdAt = new Date()
    await database().person.createMany({
      data: Array.from({ length: 2_000 }, (_, n) => ({
        id: newId(),
        name: `Zed ${String(n % 40).padStart(2, '0')}`,
        email: `zed-${n}@newsroom.test`,
        role: 'REPORTER',
        status: 'ACTIVE' as const,
        createdAt,
      })),
    })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listPeople(admin, { words: 'zed', cursor, limit: 100 })
      seen.push(...page.people.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toHaveLength(2_000)
    expect(new Set(seen).size).toBe(2_000)
    expect((await listPeople(admin)).people).toHaveLength(50)
  })

  test('begins at its beginning where the cursor is none of ours', async () => {
    for (const cursor of [
      'x',
      Buffer.from('1 2').toString('base64url'),
      Buffer.from(`${newId()} \0`).toString('base64url'),
    ])
      expect((await listPeople(admin, { cursor, limit: 1 })).people[0]?.name).toBe(
        (await listPeople(admin, { limit: 1 })).people[0]?.name,
      )
  })

  test('is nobody’s to see but who may', async () => {
    await expect(listPeople(await enter('EDITOR'))).rejects.toThrow(Forbidden)
  })
})
