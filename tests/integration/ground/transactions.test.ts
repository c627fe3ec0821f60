import { expect, test } from 'vitest'
import { database, isUniqueViolation, type Transaction, transaction } from '@/lib/db/database'
import { sqlOn, sqlText } from '@/lib/db/sql'

const backendOf = async (tx: Transaction) => {
  const [row] = await sqlOn(tx)<{ pid: number }>`SELECT pg_backend_pid() AS pid`
  return row?.pid
}

const settingOf = async (tx: Transaction, key: string) => (await tx.setting.findUnique({ where: { key } }))?.value

const write = (tx: Transaction, key: string) =>
  sqlOn(tx)`INSERT INTO "Setting" (key, value) VALUES (${key}, ${JSON.stringify('said')}::jsonb)`

test('statements without Prisma are in the transaction: it sees them, and they go with it', async () => {
  await transaction(async (tx) => {
    await write(tx, 'test.kept')
    expect(await settingOf(tx, 'test.kept')).toBe('said')
    expect(await settingOf(database(), 'test.kept')).toBeUndefined()
  })
  expect(await settingOf(database(), 'test.kept')).toBe('said')
  const failed = transaction(async (tx) => {
    await write(tx, 'test.lost')
    throw new Error('Changed our minds')
  })
  await expect(failed).rejects.toThrow('Changed our minds')
  expect(await settingOf(database(), 'test.lost')).toBeUndefined()
})

test('two transactions at once, one begun inside the other, each have a connection of their own', async () => {
  const [outer, inner, prisma] = await transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
    return [await backendOf(tx), await transaction(backendOf), row?.pid]
  })
  expect(outer).toBe(prisma)
  expect(inner).not.toBe(outer)
})

test('who asks on when the transaction is over is refused, and does nothing on a connection that is somebody else’s', async () => {
  let over: Transaction | undefined
  await transaction(async (tx) => {
    over = tx
    await backendOf(tx)
  })
  if (over === undefined) throw new Error('There was no transaction')
  await expect(write(over, 'test.late')).rejects.toThrow(/already closed/)
  let failed: Transaction | undefined
  await transaction(async (tx) => {
    failed = tx
    throw new Error('Changed our minds')
  }).catch(() => undefined)
  if (failed === undefined) throw new Error('There was no transaction')
  await expect(write(failed, 'test.late')).rejects.toThrow(/already closed/)
  expect(await settingOf(database(), 'test.late')).toBeUndefined()
})

test('what is asked for at once is answered in the order in which it was asked, though nobody waits in between', async () => {
  const found = await transaction(async (tx) => {
    const sql = sqlOn(tx)
    const key = 'test.atOnce'
    const [, , seen] = await Promise.all([
      write(tx, key),
      sql`UPDATE "Setting" SET value = '"changed"'::jsonb WHERE key = ${key}`,
      sql<{ value: unknown }>`SELECT value FROM "Setting" WHERE key = ${key}`,
    ])
    return seen
  })
  expect(found).toEqual([{ value: 'changed' }])
})

test('of several that are asked for at once the one that fails says why, and nothing of the others stays', async () => {
  await database().setting.create({ data: { key: 'test.there', value: 'first' } })
  const failed = transaction((tx) =>
    Promise.all([write(tx, 'test.before'), write(tx, 'test.there'), write(tx, 'test.after'), backendOf(tx)]),
  )
  const error: unknown = await failed.catch((reason: unknown) => reason)
  expect(isUniqueViolation(error)).toBe(true)
  expect(await settingOf(database(), 'test.before')).toBeUndefined()
  expect(await settingOf(database(), 'test.after')).toBeUndefined()
  // The connection goes on to serve others.
  expect(await settingOf(database(), 'test.there')).toBe('first')
})

test('what is refused because something before it failed says what that was, whoever is heard of first', async () => {
  await database().setting.create({ data: { key: 'test.first', value: 'first' } })
  const failed = transaction(async (tx) => {
    // Heard of only by who does not listen.
    write(tx, 'test.first').catch(() => undefined)
    await backendOf(tx)
  })
  expect(isUniqueViolation(await failed.catch((reason: unknown) => reason))).toBe(true)
})

test('statements may share a part of their text, and their values are counted all the same', async () => {
  const shared = sqlText`FROM "Setting" WHERE key =`
  const one = (tx: Transaction, wanted: string, part: ReturnType<typeof sqlText>) =>
    sqlOn(tx)<{ said: string }>`SELECT ${wanted}::text || key AS said ${part} ${'test.shared'} AND key <> ${'other'}`
  await database().setting.create({ data: { key: 'test.shared', value: 1 } })
  expect(await one(database(), 'a ', shared)).toEqual([{ said: 'a test.shared' }])
  // The same place in the code with another part is another statement.
  expect(await one(database(), 'b ', sqlText`FROM "Setting" WHERE key <>`)).not.toContainEqual({
    said: 'b test.shared',
  })
  expect(await transaction((tx) => one(tx, 'c ', shared))).toEqual([{ said: 'c test.shared' }])
})
