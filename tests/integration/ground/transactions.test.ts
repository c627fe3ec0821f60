import { expect, test } from 'vitest'
import { database, type Transaction, transaction } from '@/lib/db/database'
import { sqlOn } from '@/lib/db/sql'

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
