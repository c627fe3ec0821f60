import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { watchArticle } from '@/lib/articles/watch-article'
import { noticeSessionsOf } from '@/lib/auth/session-notice'
import { database } from '@/lib/db/database'
import { closeListening, createHub, type Hub } from '@/lib/db/listen'
import { NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { listPresent } from '@/lib/presence/list-present'
import { sweepPresence } from '@/lib/presence/presence-rows'
import type { PresentTab } from '@/lib/presence/present-tab'
import { reportPresence } from '@/lib/presence/report-presence'
import { Rooms } from '@/lib/presence/rooms'
import { anArticle } from '@/tests/support/articles'
import { aPerson } from '@/tests/support/newsroom-rows'

const clock = vi.hoisted(() => ({ ahead: 0 }))
vi.mock('@/lib/clock', () => ({ now: () => new Date(Date.now() + clock.ahead) }))

let nadia: PersonActor
let idris: PersonActor
const hubs: Hub[] = []
const stops: (() => void)[] = []

beforeAll(async () => {
  nadia = await aPerson('REPORTER', 'Nadia Verhoeve')
  idris = await aPerson('EDITOR', 'Idris Fenner')
})

afterEach(() => {
  clock.ahead = 0
  for (const stop of stops.splice(0)) stop()
})

afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.close()))
  await closeListening()
})

/**
 * What another process of the app knows: it has nothing in common with this one but the database. It hears already: what is told
 * before that comes with the next report, and a test makes one.
 */
async function aProcess(): Promise<Rooms> {
  const hub = createHub(() => process.env.DATABASE_URL ?? '')
  hubs.push(hub)
  const rooms = new Rooms(hub.listen)
  await new Promise<void>((onGap) => hub.listen('standfirst_ready', { onPayload: () => undefined, onGap }))
  return rooms
}

/** A stream of the article in a process: `told` is what it was told, one after the other. */
function follow(rooms: Rooms, articleId: string) {
  const told: (readonly PresentTab[])[] = []
  const stop = rooms.join(articleId, (tabs) => told.push(tabs))
  stops.push(stop)
  return {
    told,
    stop,
    names: () => (told.at(-1) ?? []).map(({ name }) => name).sort(),
    cursors: () => (told.at(-1) ?? []).map(({ selection }) => selection?.head),
  }
}

function at(articleId: string, clientId: string, position: number | null, version = 1) {
  const selection = position === null ? null : { anchor: position, head: position }
  return { articleId, clientId, version, selection, isLeaving: false }
}

async function isLive(actor: PersonActor): Promise<void> {
  const at = new Date()
  await database().session.create({
    data: {
      id: actor.sessionId,
      personId: actor.id,
      tokenHash: newId(),
      createdAt: at,
      lastSeenAt: at,
      provenAt: at,
      expiresAt: new Date(at.getTime() + 60_000),
    },
  })
}

const soon = { timeout: 3_000, interval: 20 }

describe('Presence', () => {
  test('two processes tell the same, cursors and all', async () => {
    const articleId = await anArticle(nadia)
    const [one, other] = [follow(await aProcess(), articleId), follow(await aProcess(), articleId)]
    await reportPresence(nadia, at(articleId, 'n', 12))
    await reportPresence(idris, at(articleId, 'i', null))
    for (const stream of [one, other]) {
      await expect.poll(stream.names, soon).toEqual(['Idris Fenner', 'Nadia Verhoeve'])
      expect(stream.told.at(-1)?.find(({ clientId }) => clientId === 'n')).toEqual({
        clientId: 'n',
        personId: nadia.id,
        name: 'Nadia Verhoeve',
        version: 1,
        selection: { anchor: 12, head: 12 },
      })
    }
  })

  test('a process that begins to follow an article learns who is in it, and from the others where', async () => {
    const articleId = await anArticle(nadia)
    const first = follow(await aProcess(), articleId)
    await reportPresence(nadia, at(articleId, 'n', 12))
    await expect.poll(first.names, soon).toEqual(['Nadia Verhoeve'])
    const late = follow(await aProcess(), articleId)
    await expect.poll(late.names, soon).toEqual(['Nadia Verhoeve'])
    await expect.poll(() => late.told.at(-1)?.[0]?.selection, soon).toEqual({ anchor: 12, head: 12 })
  })

  test('whoever leaves is gone at once, everywhere', async () => {
    const articleId = await anArticle(nadia)
    const stream = follow(await aProcess(), articleId)
    await reportPresence(nadia, at(articleId, 'n', 12))
    await reportPresence(idris, at(articleId, 'i', 3))
    await expect.poll(stream.names, soon).toHaveLength(2)
    await reportPresence(nadia, { ...at(articleId, 'n', null), isLeaving: true })
    await expect.poll(stream.names, soon).toEqual(['Idris Fenner'])
    expect(await listPresent(idris, [articleId])).toEqual({ [articleId]: [{ id: idris.id, name: 'Idris Fenner' }] })
  })

  test('the tabs of a process that was killed are gone after 35 seconds', async () => {
    const articleId = await anArticle(nadia)
    const stream = follow(await aProcess(), articleId)
    await reportPresence(nadia, at(articleId, 'n', 12))
    await expect.poll(stream.cursors, soon).toEqual([12])
    clock.ahead = 34_000
    expect(Object.keys(await listPresent(idris, [articleId]))).toHaveLength(1)
    clock.ahead = 36_000
    expect(await listPresent(idris, [articleId])).toEqual({})
    await expect.poll(stream.names, { timeout: 8_000, interval: 50 }).toEqual([])
    await sweepPresence()
    expect(await database().presence.count({ where: { articleId } })).toBe(0)
  }, 15_000)

  test('asking where the cursors are keeps no dead tab alive', async () => {
    const articleId = await anArticle(nadia)
    const first = follow(await aProcess(), articleId)
    await reportPresence(nadia, at(articleId, 'n', 12))
    await expect.poll(first.cursors, soon).toEqual([12])
    clock.ahead = 30_000
    const late = follow(await aProcess(), articleId)
    await expect.poll(() => late.told.at(-1)?.[0]?.selection, soon).toEqual({ anchor: 12, head: 12 })
    clock.ahead = 36_000
    for (const stream of [first, late]) await expect.poll(stream.names, { timeout: 8_000, interval: 50 }).toEqual([])
  }, 20_000)

  test('nobody can speak for another person’s tab', async () => {
    const articleId = await anArticle(nadia)
    await reportPresence(nadia, at(articleId, 'n', 12))
    await reportPresence(idris, { ...at(articleId, 'n', null), isLeaving: true })
    expect(await listPresent(idris, [articleId])).toEqual({ [articleId]: [{ id: nadia.id, name: 'Nadia Verhoeve' }] })
  })

  test('an article that does not exist has nobody in it', async () => {
    await expect(reportPresence(nadia, at(newId(), 'n', 1))).rejects.toThrow(NotFound)
    expect(await listPresent(nadia, [newId()])).toEqual({})
  })

  test('the row is written once in ten seconds, whatever is reported', async () => {
    const articleId = await anArticle(nadia)
    const seenAt = async () => (await database().presence.findFirstOrThrow({ where: { articleId } })).seenAt
    await reportPresence(nadia, at(articleId, 'n', 1))
    const first = await seenAt()
    for (let position = 2; position < 6; position++) await reportPresence(nadia, at(articleId, 'n', position))
    expect(await seenAt()).toEqual(first)
    clock.ahead = 10_001
    await reportPresence(nadia, at(articleId, 'n', 6))
    expect(await seenAt()).not.toEqual(first)
  })

  test('whoever is signed out is gone at once', async () => {
    const articleId = await anArticle(nadia)
    const leaving = { ...(await aPerson('REPORTER', 'Piet Aarden')) }
    await isLive(leaving)
    const stream = follow(await aProcess(), articleId)
    const stop = await watchArticle(leaving, { articleId, since: 0, clientId: 'p' }, () => undefined)
    stops.push(stop)
    await reportPresence(leaving, at(articleId, 'p', 4))
    await expect.poll(stream.names, soon).toEqual(['Piet Aarden'])
    await database().session.delete({ where: { id: leaving.sessionId } })
    await database().$transaction((tx) => noticeSessionsOf(tx, leaving.id))
    await expect.poll(stream.names, { timeout: 1_500, interval: 20 }).toEqual([])
  })

  test('whoever was signed out before the stream was open is told so', async () => {
    const articleId = await anArticle(nadia)
    const leaving = await aPerson('REPORTER')
    const told: string[] = []
    stops.push(await watchArticle(leaving, { articleId, since: 0, clientId: 'p' }, ({ kind }) => told.push(kind)))
    await expect.poll(() => told.at(-1), soon).toBe('ended')
  })

  test('a tab whose stream has closed is gone after two seconds, and one that came back stays', async () => {
    const articleId = await anArticle(nadia)
    await isLive(idris)
    const stream = follow(await aProcess(), articleId)
    const stop = await watchArticle(idris, { articleId, since: 0, clientId: 'i' }, () => undefined)
    await reportPresence(idris, at(articleId, 'i', 4))
    await expect.poll(stream.names, soon).toEqual(['Idris Fenner'])
    stop()
    const stopAgain = await watchArticle(idris, { articleId, since: 0, clientId: 'i' }, () => undefined)
    await sleep(2_300)
    expect(stream.names()).toEqual(['Idris Fenner'])
    stopAgain()
    await expect.poll(stream.names, { timeout: 4_000, interval: 50 }).toEqual([])
  }, 10_000)

  test('twenty people who type cost few notices and few events', async () => {
    const articleId = await anArticle(nadia)
    const people = await Promise.all(Array.from({ length: 20 }, () => aPerson('REPORTER')))
    const hub = createHub(() => process.env.DATABASE_URL ?? '')
    hubs.push(hub)
    let notices = 0
    let largest = 0
    hub.listen('standfirst_presence', (payload) => {
      notices += 1
      largest = Math.max(largest, payload.length)
    })
    const stream = follow(await aProcess(), articleId)
    await Promise.all(people.map((person, index) => reportPresence(person, at(articleId, `t${index}`, 1))))
    await expect.poll(() => stream.told.at(-1)?.length, soon).toBe(20)
    await sleep(300)
    notices = 0
    const eventsBefore = stream.told.length
    const seconds = 3
    const began = Date.now()
    await Promise.all(
      people.map(async (person, index) => {
        // Everybody moves the cursor as fast as a tab reports it.
        while (Date.now() - began < seconds * 1000) {
          await sleep(300 + Math.random() * 10)
          await reportPresence(person, at(articleId, `t${index}`, Date.now() % 1000))
        }
      }),
    )
    const events = stream.told.length - eventsBefore
    expect({ notices: notices / seconds <= 11, events: events / seconds <= 4.5, largest: largest < 7_500 }).toEqual({
      notices: true,
      events: true,
      largest: true,
    })
  }, 15_000)
})
