import { expect, test } from 'vitest'
import { connectionPool, database } from '@/lib/db/database'
import { isQuickRead } from '@/lib/db/read-together'
import { sqlOn } from '@/lib/db/sql'

const sql = sqlOn(database())
const divide = async (by: number) => (await sql<{ of: number }>`SELECT 12 / ${by}::int AS of`)[0]?.of

async function connectionsFor(work: () => Promise<unknown>): Promise<number> {
  let taken = 0
  const count = () => {
    taken += 1
  }
  connectionPool().on('acquire', count)
  await work().finally(() => connectionPool().off('acquire', count))
  return taken
}

test('what is read at once goes over few connections, and everybody gets their own answer', async () => {
  const numbers = Array.from({ length: 12 }, (_, index) => index + 1)
  const taken = await connectionsFor(async () => {
    expect(await Promise.all(numbers.map(divide))).toEqual(numbers.map((by) => Math.trunc(12 / by)))
  })
  expect(taken).toBe(2)
})

test('one that fails fails alone, says why, and its connection serves nobody any more', async () => {
  const [first, failed, last] = await Promise.allSettled([divide(3), divide(0), divide(4)])
  expect(first).toMatchObject({ value: 4 })
  expect(failed).toMatchObject({ reason: { message: 'division by zero' } })
  expect(last).toMatchObject({ value: 3 })
  expect(await divide(6)).toBe(2)
})

test('what changes something, waits for somebody or looks for words stands behind nobody and before nobody', async () => {
  expect(isQuickRead('\n  SELECT "updatedAt", "isDeleted" FROM "Post"')).toBe(true)
  for (const text of [
    'UPDATE "Setting" SET value = $1',
    'WITH gone AS (DELETE FROM "Step" RETURNING id) SELECT id FROM gone',
    'SELECT 1 FROM "Article" WHERE id = $1 FOR NO KEY UPDATE',
    'SELECT id FROM "Job" FOR UPDATE SKIP LOCKED',
    'SELECT pg_advisory_xact_lock(1)',
    'SELECT id FROM "Publication" WHERE stems @@ to_tsquery($1)',
    'SELECT id FROM "Person" WHERE name ILIKE $1',
  ])
    expect(isQuickRead(text), text).toBe(false)
  const wait = async () => (await sql`SELECT pg_sleep(0.3)::text`).length
  const began = performance.now()
  const waiting = wait()
  expect(await divide(2)).toBe(6)
  expect(performance.now() - began).toBeLessThan(300)
  expect(await waiting).toBe(1)
})
