import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createArticle } from '@/lib/articles/create-article'
import { holdArticle } from '@/lib/articles/hold-article'
import { moveArticle } from '@/lib/articles/move-article'
import { applyChange, lacksCards } from '@/lib/board/apply-change'
import { CARDS_MOST } from '@/lib/board/columns'
import { type Board, type BoardCard, readBoard } from '@/lib/board/read-board'
import { readTogether } from '@/lib/board/read-together'
import { type BoardEvent, watchBoard } from '@/lib/board/watch-board'
import { database } from '@/lib/db/database'
import { closeListening } from '@/lib/db/listen'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { reportPresence } from '@/lib/presence/report-presence'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { seeded } from '@/tests/support/seeded'

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
  const session = {
    id: sessionId,
    personId,
    tokenHash: sessionId,
    createdAt: at,
    lastSeenAt: at,
    provenAt: at,
    expiresAt,
  }
  await database().session.create({ data: session })
}

const counted = ({ columns }: Board) => columns.map(({ state, count }) => [state, count])

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
    const stop = watchBoard(editor, { deskId }, (event) => heard.push(event))
    const forget = async () => {
      await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0), { timeout: 5_000 })
      heard.length = 0
    }
    // Listening began.
    await forget()
    await moveArticle(reporter, { articleId: id, move: 'file' })
    const change = { ids: [id], cards: [{ id, state: 'FILED' }], counts: { FILED: 1 } }
    await vi.waitFor(() => expect(heard).toMatchObject([{ kind: 'changed', change }]), { timeout: 5_000 })
    await forget()
    const elsewhere = await createArticle(reporter)
    const nothing = { ids: [elsewhere.id], cards: [], counts: { FILED: 1 } }
    await vi.waitFor(() => expect(heard).toMatchObject([{ kind: 'changed', change: nothing }]), { timeout: 5_000 })
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

  test.each(['of a desk', 'of one person'])(
    'has the board %s as if it were read anew, whatever happens',
    async (which) => {
      const deskId = await aDesk()
      const filter = which === 'of a desk' ? { deskId } : { deskId, personId: reporter.id }
      const random = seeded(which.length)
      const one = (most: number) => Math.floor(random() * most)
      const at = (hours: number) => new Date(Date.UTC(2026, 5, 1, hours))
      // More than a column shows.
      for (let place = 0; place < CARDS_MOST + 8; place++)
        await aStory(deskId, { stateChangedAt: at(place), ...(place % 3 === 0 ? { dueAt: at(one(900)) } : {}) })
      for (let place = 0; place < 8; place++) await aStory(deskId, { ownerId: editor.id, createdById: editor.id })

      let board = await readBoard(editor, filter)
      let isTold = false
      const told = vi.fn()
      const stop = watchBoard(editor, filter, (event) => {
        if (event.kind !== 'changed') return
        isTold = true
        told(event.change)
        if (event.change !== null) board = applyChange(board, event.change)
      })
      await vi.waitFor(() => expect(isTold).toBe(true), { timeout: 5_000 })
      const shownIds = () => board.columns.flatMap(({ cards }) => cards)
      for (let turn = 0; turn < 40; turn++) {
        const cards = shownIds()
        const card = cards[one(cards.length)] as BoardCard
        const move = card.moves[one(card.moves.length)]
        told.mockClear()
        const what = one(10)
        if (what < 5 && move !== undefined)
          await moveArticle(editor, { articleId: card.id, move: move.move, note: 'Because.' }).catch(() => undefined)
        else if (what < 7) await holdArticle(editor, { articleId: card.id }).catch(() => undefined)
        else {
          const changes = what < 8 ? { deskId: null } : what < 9 ? { dueAt: at(one(900)) } : { headline: `Now ${turn}` }
          await database().article.update({ where: { id: card.id }, data: changes })
          await database().$executeRaw`SELECT pg_notify('standfirst_article', ${card.id})`
        }
        const now = await readBoard(editor, filter)
        // A refused move changes nothing, and nothing is told of it.
        await vi.waitFor(() => expect(counted(board)).toEqual(counted(now)), { timeout: 5_000 })
        if (lacksCards(board)) board = now
        await vi.waitFor(() => expect({ ...board, at: '' }).toEqual({ ...now, at: '' }), { timeout: 5_000 })
      }
      stop()
    },
  )

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
