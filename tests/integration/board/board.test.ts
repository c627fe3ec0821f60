import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createArticle } from '@/lib/articles/create-article'
import { holdArticle } from '@/lib/articles/hold-article'
import { moveArticle } from '@/lib/articles/move-article'
import { readBoard } from '@/lib/board/read-board'
import { readTogether } from '@/lib/board/read-together'
import { type BoardEvent, watchBoard } from '@/lib/board/watch-board'
import { database } from '@/lib/db/database'
import { closeListening } from '@/lib/db/listen'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { reportPresence } from '@/lib/presence/report-presence'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let editor: PersonActor

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Ada Writer')
  editor = await aPerson('EDITOR', 'Ed Itor')
})
afterAll(closeListening)

async function aDesk(): Promise<string> {
  const id = newId()
  await database().desk.create({ data: { id, slug: id, name: id, position: 0, createdAt: new Date() } })
  return id
}

async function aStory(deskId: string, changes: object = {}): Promise<string> {
  const id = await anArticle(reporter)
  await database().article.update({ where: { id }, data: { deskId, ...changes } })
  return id
}

/** Gives the person the session that they say they have. */
async function signedIn({ id: personId, sessionId }: PersonActor): Promise<void> {
  const at = new Date()
  const expiresAt = new Date(at.getTime() + 3_600_000)
  const session = { id: sessionId, personId, tokenHash: sessionId, createdAt: at, lastSeenAt: at, expiresAt }
  await database().session.create({ data: session })
}

const columnOf = async (deskId: string, state: string, cardsMost?: number) => {
  const board = await readBoard(editor, { deskId }, cardsMost)
  const column = board.columns.find((each) => each.state === state)
  return { count: column?.count, ids: column?.cards.map(({ id }) => id), cards: column?.cards ?? [] }
}

describe('The board', () => {
  test('has what is due first, then what waits longest, and says how many there are', async () => {
    const deskId = await aDesk()
    const old = await aStory(deskId, { stateChangedAt: new Date('2026-01-01') })
    const fresh = await aStory(deskId)
    const due = await aStory(deskId, { dueAt: new Date('2026-02-01') })
    await aStory(await aDesk())
    expect(await columnOf(deskId, 'DRAFT')).toMatchObject({ count: 3, ids: [due, old, fresh] })
    expect(await columnOf(deskId, 'DRAFT', 1)).toMatchObject({ count: 3, ids: [due] })
  })

  test('has of what is published the last day, the newest first', async () => {
    const { id: sectionId } = await aSection()
    const deskId = await aDesk()
    const ids: string[] = []
    for (const hoursAgo of [1, 23, 25]) {
      const id = await aStory(deskId, { sectionId })
      await publishNow(editor, id)
      await database().article.update({
        where: { id },
        data: { stateChangedAt: new Date(Date.now() - hoursAgo * 3_600_000) },
      })
      ids.push(id)
    }
    expect(await columnOf(deskId, 'PUBLISHED')).toMatchObject({ count: 2, ids: ids.slice(0, 2) })
  })

  test('says whose a story is, who holds it, what is overdue, and what this person may do with it', async () => {
    const deskId = await aDesk()
    const id = await aStory(deskId, { dueAt: new Date('2026-02-01'), ownerId: reporter.id })
    const [card] = (await columnOf(deskId, 'DRAFT')).cards
    expect(card).toMatchObject({ id, owner: 'Ada Writer', isOverdue: true, heldBy: null })
    expect(card?.moves.map(({ move, to }) => `${move} ${to}`)).toEqual(['file FILED', 'spike SPIKED', 'pause ON_HOLD'])
    await moveArticle(reporter, { articleId: id, move: 'file' })
    await holdArticle(editor, { articleId: id })
    const seen = (await readBoard(reporter, { deskId })).columns.flatMap(({ cards }) => cards)
    expect(seen).toMatchObject([{ id, heldBy: 'Ed Itor', isOverdue: false, moves: [] }])
  })

  test('narrows to one person’s, and to what has no desk', async () => {
    const deskId = await aDesk()
    const own = await aStory(deskId, { ownerId: editor.id })
    await aStory(deskId)
    const mine = await readBoard(editor, { deskId, personId: editor.id })
    expect(mine.columns.flatMap(({ cards }) => cards.map(({ id }) => id))).toEqual([own])
    const none = await readBoard(editor, { deskId: 'none' })
    expect(none.columns.flatMap(({ cards }) => cards.map(({ id }) => id))).not.toContain(own)
  })
})

describe('Whoever has the board open', () => {
  test('hears of a move, of a new story, and of somebody who comes and goes, but not of every cursor', async () => {
    const deskId = await aDesk()
    const id = await aStory(deskId)
    await signedIn(editor)
    const heard: BoardEvent[] = []
    const stop = watchBoard(editor, (event) => heard.push(event))
    const forget = async () => {
      await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0), { timeout: 5_000 })
      heard.length = 0
    }
    // Listening began.
    await forget()
    await moveArticle(reporter, { articleId: id, move: 'file' })
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'changed' }), { timeout: 5_000 })
    await forget()
    await createArticle(reporter)
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'changed' }), { timeout: 5_000 })
    await forget()

    const tab = { articleId: id, clientId: 'tab', version: 0, selection: null, isLeaving: false }
    await reportPresence(reporter, tab)
    await vi.waitFor(() => expect(heard).toEqual([{ kind: 'people', articleId: id }]), { timeout: 5_000 })
    expect((await readBoard(editor, { deskId })).present).toEqual({ [id]: [{ id: reporter.id, name: 'Ada Writer' }] })
    for (let at = 1; at < 5; at++) await reportPresence(reporter, { ...tab, selection: { anchor: at, head: at } })
    await reportPresence(reporter, { ...tab, isLeaving: true })
    await vi.waitFor(() => expect(heard).toHaveLength(2), { timeout: 5_000 })
    expect(heard.at(-1)).toEqual({ kind: 'people', articleId: id })
    stop()
  })

  test('shares a reading with the others, and never one that began before they asked', async () => {
    let readings = 0
    const ends: (() => void)[] = []
    const read = () =>
      new Promise<number>((resolve) => {
        const number = ++readings
        ends.push(() => resolve(number))
      })
    const first = readTogether('a', read)
    const [second, third] = [readTogether('a', read), readTogether('a', read)]
    const other = readTogether('b', read)
    expect(readings).toBe(2)
    for (const end of ends.splice(0)) end()
    expect(await first).toBe(1)
    expect(await other).toBe(2)
    await vi.waitFor(() => expect(readings).toBe(3))
    for (const end of ends.splice(0)) end()
    expect([await second, await third]).toEqual([3, 3])
    const late = readTogether('a', read)
    await vi.waitFor(() => expect(readings).toBe(4))
    for (const end of ends.splice(0)) end()
    expect(await late).toBe(4)
  })
})
