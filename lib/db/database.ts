import pg from 'pg'
import { Prisma, PrismaClient } from './generated/client'
import { statementNames } from './statement-names'
import { beginTransaction, TellingAdapter } from './transaction-connection'

export { Prisma }
export type Database = PrismaClient
/** The database or a transaction on it: what a function that joins its caller's transaction takes. */
export type Transaction = Prisma.TransactionClient

const key = Symbol.for('standfirst.database')
const kept = globalThis as unknown as { [key]?: { client: PrismaClient; pool: pg.Pool } }

/**
 * The one connection pool of this process. The address is read when it is first used, because the start script and the
 * tests decide it after this module is loaded.
 */
export function database(): Database {
  kept[key] ??= open()
  return kept[key].client
}

/** The pool below Prisma, for the libraries that speak to PostgreSQL themselves. */
export function connectionPool(): pg.Pool {
  kept[key] ??= open()
  return kept[key].pool
}

/** Closes the pool. For scripts and tests that end. */
export async function closeDatabase(): Promise<void> {
  await kept[key]?.client.$disconnect()
  delete kept[key]
}

/**
 * Runs `work` in one transaction: all of it or nothing.
 * @param work gets the transaction; it must not use `database()` inside.
 */
export function transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return beginTransaction((begin) => database().$transaction(begin(work), { maxWait: 10_000, timeout: 30_000 }))
}

function open(): { client: PrismaClient; pool: pg.Pool } {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) throw new Error('DATABASE_URL is not set: start the app with `npm start`.')
  // What is asked for at once on one connection goes out at once: PostgreSQL answers in the order in which it was asked (decision 64).
  const pool = new pg.Pool({ connectionString, max: 12, pipeline: true })
  // A connection that breaks while nobody uses it is replaced by the pool; without a listener it would end the process. When the
  // whole server is gone, the next query says so.
  pool.on('error', () => undefined)
  const adapter = new TellingAdapter(pool, { disposeExternalPool: true, statementNameGenerator: statementNames() })
  return { client: new PrismaClient({ adapter }), pool }
}

/** True when the database refused a second row where there may be one. */
export function isUniqueViolation(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return error.code === 'P2002'
  return error instanceof pg.DatabaseError && error.code === '23505'
}
