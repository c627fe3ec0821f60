import type { Duplex } from 'node:stream'
import type pg from 'pg'
import { LOOKS_FOR_WORDS } from './statement-names'

/** A statement with a name is read and planned once by each connection. */
export type Statement = { name: string; text: string; values: unknown[] }

type Waiting = { statement: Statement; answer: (result: Promise<pg.QueryResult>) => void }

/** So many go over one connection: PostgreSQL has a process for each, and works on as many at a time as there are cores. */
const TOGETHER_MOST = 8

const CHANGES_OR_WAITS = /\b(?:INSERT|UPDATE|DELETE|FOR (?:NO KEY UPDATE|UPDATE|SHARE|KEY SHARE)|pg_\w+|nextval)\b/i

const quickReads = new Map<string, boolean>()

/**
 * Whether a statement only reads, waits for nobody, and looks for no words: then others may stand behind it.
 * @param text one of the texts in this program, of which there are few
 */
export function isQuickRead(text: string): boolean {
  const known = quickReads.get(text)
  if (known !== undefined) return known
  const isQuick = /^\s*SELECT\b/i.test(text) && !CHANGES_OR_WAITS.test(text) && !LOOKS_FOR_WORDS.test(text)
  quickReads.set(text, isQuick)
  return isQuick
}

/**
 * Asks for what is asked for at the same moment over few connections, each in one write. A page asks for fifteen things at once; over fifteen
 * connections that is fifteen writes, and fifteen processes to wake.
 *
 * Each statement is a transaction of its own: one that fails fails alone.
 * @throws what PostgreSQL says of the statement
 */
export function askTogether<Row extends object>(pool: pg.Pool, statement: Statement): Promise<pg.QueryResult<Row>> {
  return new Promise((resolve) => {
    const waiting = waitingAt.get(pool)
    const asked: Waiting = { statement, answer: resolve as Waiting['answer'] }
    if (waiting !== undefined) {
      waiting.push(asked)
      return
    }
    const all = [asked]
    waitingAt.set(pool, all)
    process.nextTick(() => {
      waitingAt.delete(pool)
      const connections = Math.ceil(all.length / TOGETHER_MOST)
      for (let nth = 0; nth < connections; nth++)
        void askOver(
          pool,
          all.filter((_, index) => index % connections === nth),
        )
    })
  })
}

const waitingAt = new WeakMap<pg.Pool, Waiting[]>()

async function askOver(pool: pg.Pool, all: readonly Waiting[]): Promise<void> {
  let client: pg.PoolClient
  try {
    client = await pool.connect()
  } catch (error) {
    for (const { answer } of all) answer(Promise.reject(error))
    return
  }
  const results = all.map(({ statement, answer }) => {
    writeOnce(client)
    const result = client.query(statement)
    answer(result)
    return result
  })
  const failed = (await Promise.allSettled(results)).find(({ status }) => status === 'rejected')
  // As the pool does it: one on which something failed is closed, whatever it was.
  client.release(failed !== undefined)
}

/** PostgreSQL begins with so many, while this process puts the next ones into words. */
const WRITTEN_MOST = 3

const held = new WeakMap<Duplex, { statements: number }>()

/**
 * Call it before each statement on a connection: what is asked for at once goes to PostgreSQL in one write, which wakes it once, or in a few where
 * it is much. Measured, half of what a statement costs this process is the write.
 */
export function writeOnce(connection: pg.ClientBase): void {
  const { stream } = (connection as unknown as { connection: { stream: Duplex } }).connection
  const holding = held.get(stream)
  if (holding !== undefined) {
    holding.statements += 1
    if (holding.statements % WRITTEN_MOST !== 0) return
    stream.uncork()
    stream.cork()
    return
  }
  held.set(stream, { statements: 0 })
  stream.cork()
  process.nextTick(() => {
    held.delete(stream)
    stream.uncork()
  })
}
