import pg from 'pg'
import { expect, test } from 'vitest'
import { loadArticle } from '@/lib/articles/load-article'
import { database } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'
import { statementsOf } from '@/tests/support/query-plans'

// Each question to the database costs a publication some tenths of a millisecond, and each turn, after which it waits for answers, as much again.

test('an article and what stands around it are read by one statement', async () => {
  const editor = await aPerson('EDITOR')
  const { id: sectionId } = await aSection()
  const id = await anArticle(editor, { sectionId, slug: 'statements', topics: [(await aTopic()).id] })
  await publishNow(editor, id)
  const read = await statementsOf(() => loadArticle(database(), editor, id))
  expect(read.map(({ text }) => text)).toHaveLength(1)
})

/** Puts changes to an article before readers, in all that it takes. */
async function aChange(): Promise<() => Promise<unknown>> {
  const editor = await aPerson('EDITOR')
  const { id: sectionId } = await aSection()
  const id = await anArticle(editor, { sectionId, slug: newId(), topics: [(await aTopic()).id] })
  await publishNow(editor, id)
  await retype(editor, id, 0, 'Another headline')
  return () => publishNow(editor, id)
}

test('changes go out after at most 32 questions to the database', async () => {
  const asked = await statementsOf(await aChange())
  expect(asked.map(({ text }) => text.slice(0, 100)).slice(32)).toEqual([])
})

test('what does not hang on each other is asked for at once: changes go out in at most 9 turns', async () => {
  const { turns, statements } = await turnsOf(await aChange())
  expect(statements).toBeGreaterThan(30)
  expect(turns).toBeLessThanOrEqual(9)
})

/** How often `work` asks something on a connection on which it waits for nothing, and how much it asks in all. */
async function turnsOf(work: () => Promise<unknown>): Promise<{ turns: number; statements: number }> {
  const waiting = new Map<pg.Client, number>()
  let turns = 0
  let statements = 0
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const before = waiting.get(this) ?? 0
    if (before === 0) turns += 1
    statements += 1
    waiting.set(this, before + 1)
    const answered = (query as (...given: unknown[]) => unknown).apply(this, given)
    const done = () => waiting.set(this, (waiting.get(this) ?? 0) - 1)
    if (answered instanceof Promise) answered.then(done, done)
    else done()
    return answered
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return { turns, statements }
}
