import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import type { Prisma } from './generated/client'

type Transaction = Prisma.TransactionClient

/** A transaction that is being begun, or goes on: on this connection, until it is committed or rolled back. */
type Begun = { connection?: pg.ClientBase | undefined; failure?: unknown }

// This module is loaded twice: by the server, and inside Next's bundle. Both use the one client, so both must see the same.
const key = Symbol.for('standfirst.transactions')
const kept = globalThis as unknown as {
  [key]?: { beginning: AsyncLocalStorage<Begun>; goingOn: WeakMap<Transaction, Begun> }
}

function shared() {
  kept[key] ??= { beginning: new AsyncLocalStorage(), goingOn: new WeakMap() }
  return kept[key]
}

/**
 * The connection on which a transaction goes on, for statements that need nothing of Prisma: through it, each costs this process several
 * times what it costs the database. Undefined when the transaction is over, and for what is none.
 */
export function connectionOf(tx: Transaction): pg.ClientBase | undefined {
  return shared().goingOn.get(tx)?.connection
}

/** PostgreSQL's in_failed_sql_transaction. */
const FAILED_BEFORE = '25P02'

/**
 * Why a transaction failed. What is asked for behind a statement that fails is refused with it, and who hears first of all who asked at once is
 * a matter of chance: everybody is told what went wrong, and not that something did.
 * @param error what came of a statement in the transaction
 */
export function causeOf(tx: Transaction, error: unknown): unknown {
  const begun = shared().goingOn.get(tx)
  if (begun === undefined) return error
  if (isFailedBefore(error)) return begun.failure ?? error
  begun.failure ??= error
  return error
}

function isFailedBefore(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === FAILED_BEFORE
}

/** Begins a transaction in a way that tells {@link connectionOf} of it. @param start what begins it, with the work that it is given */
export function beginTransaction<Result>(
  start: (
    begin: (work: (tx: Transaction) => Promise<Result>) => (tx: Transaction) => Promise<Result>,
  ) => Promise<Result>,
): Promise<Result> {
  const begun: Begun = {}
  return shared().beginning.run(begun, () =>
    start((work) => (tx) => {
      shared().goingOn.set(tx, begun)
      // What is begun inside is another transaction.
      return shared().beginning.exit(() => work(tx))
    }),
  )
}

/** Prisma's adapter, which says which connection a transaction got, and when it is over: after that the connection is somebody else's. */
export class TellingAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const startTransaction = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolationLevel) => {
      const transaction = await startTransaction(isolationLevel)
      const begun = shared().beginning.getStore()
      if (begun === undefined) return transaction
      begun.connection = (transaction as unknown as { client?: pg.ClientBase }).client
      const executeRaw = transaction.executeRaw.bind(transaction)
      transaction.executeRaw = (statement) => {
        if (/^\s*(?:COMMIT|ROLLBACK)\s*;?\s*$/i.test(statement.sql)) begun.connection = undefined
        return executeRaw(statement)
      }
      for (const end of ['commit', 'rollback'] as const) {
        const done = transaction[end].bind(transaction)
        transaction[end] = () => {
          begun.connection = undefined
          return done()
        }
      }
      return transaction
    }
    return adapter
  }
}
