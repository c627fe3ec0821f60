import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ArticleEvent, watchArticle } from '@/lib/articles/watch-article'
import { type BoardEvent, watchBoard } from '@/lib/board/watch-board'
import { closeListening } from '@/lib/db/listen'
import { changeDesk } from '@/lib/desks/change-desk'
import { createDesk } from '@/lib/desks/create-desk'
import { deleteDesk } from '@/lib/desks/delete-desk'
import { type FrontEvent, watchFront } from '@/lib/fronts/watch-front'
import { changeRole } from '@/lib/people/change-role'
import type { PersonActor } from '@/lib/policy/actor'
import type { Grants } from '@/lib/policy/table'
import { deleteRole } from '@/lib/roles/delete-role'
import { editRole } from '@/lib/roles/edit-role'
import { getRole } from '@/lib/roles/readers'
import { resetRole } from '@/lib/roles/reset-role'
import { anArticle } from '@/tests/support/articles'
import { enter } from '../people/newsroom'
import { aRole, withRole } from './a-role'

const WRITER: Grants = { 'newsroom.enter': 'any', 'article.read': 'any', 'article.edit': 'any', 'front.read': 'any' }
const soon = { timeout: 1_000, interval: 20 }

let admin: PersonActor
let articleId: string
const stops: (() => void)[] = []

beforeAll(async () => {
  admin = await enter('ADMINISTRATOR')
  articleId = await anArticle(admin)
})

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

afterAll(closeListening)

/** All three kinds of streams of one person, and what they are told once they are open. */
async function streamsOf(actor: PersonActor) {
  const article: ArticleEvent[] = []
  const board: BoardEvent[] = []
  const front: FrontEvent[] = []
  stops.push(
    await watchArticle(actor, { articleId, since: 0 }, (event) => article.push(event)),
    watchBoard(actor, {}, (event) => board.push(event)),
    watchFront(actor, 'home', (event) => front.push(event)),
  )
  // Each says something when it listens.
  await expect.poll(() => board.length > 0 && front.length > 0, { timeout: 5_000 }).toBe(true)
  await expect.poll(() => article.some(({ kind }) => kind === 'state'), { timeout: 5_000 }).toBe(true)
  for (const told of [article, board, front]) told.length = 0
  const kinds = () => [article, board, front].map((told) => told.map(({ kind }) => kind as string))
  return { article, board, front, kinds }
}

async function save(id: string, grants: Grants): Promise<void> {
  const role = await getRole(admin, id)
  const { name, description, needsSecondFactor, graceDays, version } = role
  await editRole(admin, {
    ...{ id, version, name, description, needsSecondFactor, graceDays },
    grants: { ...role.grants, ...grants },
  })
}

describe('What somebody has open', () => {
  test('ends within a second when their role may not read any more', async () => {
    const role = await aRole(WRITER)
    const { article, kinds } = await streamsOf(await withRole(role.id))
    await save(role.id, { 'article.read': 'no', 'front.read': 'no' })
    await expect.poll(() => kinds().map((told) => told.at(-1)), soon).toEqual(['refused', 'ended', 'ended'])
    expect(article.at(-1)).toMatchObject({ reason: expect.stringContaining('your rights were changed') })
    // Nothing is told after the end.
    await save(role.id, { 'article.read': 'any', 'front.read': 'any' })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(kinds().map((told) => told.at(-1))).toEqual(['refused', 'ended', 'ended'])
  })

  test('is told within a second to look again when their role may do something else', async () => {
    const role = await aRole(WRITER)
    const other = await enter('REPORTER')
    const [theirs, anothers] = [await streamsOf(await withRole(role.id)), await streamsOf(other)]
    await save(role.id, { 'article.edit': 'no' })
    await expect.poll(() => theirs.article.some(({ kind }) => kind === 'state'), soon).toBe(true)
    await expect.poll(() => theirs.board, soon).toContainEqual({ kind: 'changed', change: null })
    await expect.poll(() => theirs.front, soon).toContainEqual({ kind: 'rights' })
    expect(anothers.kinds().flat()).toEqual([])
  })

  test('hears of another role, of a role that is deleted, and of one that is reset', async () => {
    const role = await aRole(WRITER)
    const idris = await withRole(role.id)
    const { front } = await streamsOf(idris)
    const heard = async (times: number) =>
      expect.poll(() => front.filter(({ kind }) => kind === 'rights').length, soon).toBe(times)
    await changeRole(admin, { id: idris.id, role: 'EDITOR' })
    await heard(1)
    await save('EDITOR', { 'article.publish': 'no' })
    await heard(2)
    await resetRole(admin, { id: 'EDITOR', version: (await getRole(admin, 'EDITOR')).version })
    await heard(3)
    await changeRole(admin, { id: idris.id, role: role.id })
    await heard(4)
    await deleteRole(admin, { id: role.id, version: 0, moveTo: 'REPORTER' })
    await heard(5)
  })

  test('hears when somebody comes to a desk, leads it, leads it no more and leaves it; nobody else does', async () => {
    const [idris, lena] = [await enter('REPORTER'), await enter('REPORTER')]
    const [theirs, anothers] = [await streamsOf(idris), await streamsOf(lena)]
    const heard = async (times: number) =>
      expect.poll(() => theirs.front.filter(({ kind }) => kind === 'rights').length, soon).toBe(times)
    const seat = (isLead: boolean) => [{ personId: idris.id, isLead }]
    const desk = { name: 'Sport', slug: '', sectionIds: [] }
    const { id } = await createDesk(admin, { ...desk, members: seat(false) })
    await heard(1)
    await changeDesk(admin, { ...desk, id, members: seat(true) })
    await heard(2)
    await changeDesk(admin, { ...desk, id, name: 'Sports', members: seat(true) })
    await changeDesk(admin, { ...desk, id, members: [] })
    await heard(3)
    await changeDesk(admin, { ...desk, id, members: seat(true) })
    await heard(4)
    await deleteDesk(admin, { id })
    await heard(5)
    expect(anothers.kinds().flat()).toEqual([])
  })
})
