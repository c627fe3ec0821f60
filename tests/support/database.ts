// A real PostgreSQL for the integration tests. Each test file gets a database of its own, cloned from a migrated template, and DATABASE_URL
// names it before the file's imports run: tests call use cases and lib/db as the app does.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { closeDatabase } from '@/lib/db/database'
import { closeListening } from '@/lib/db/listen'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server and, in its path, the migrated template. */
    templateUrl: string
  }
}

/** Gives this test file a database with all tables and no rows, and drops the one that it had. About 0.1 seconds. */
export async function freshDatabase(): Promise<string> {
  await dropDatabase()
  const name = `standfirst_test_${randomUUID().replaceAll('-', '')}`
  const template = new URL(inject('templateUrl'))
  // Its files are copied: through the log, which is the default, every page would be written twice.
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)} STRATEGY FILE_COPY`)
  template.pathname = `/${name}`
  process.env.DATABASE_URL = template.href
  return template.href
}

/** Closes what the app has open and removes the file's database. Called by the set-up after each file. */
export async function dropDatabase(): Promise<void> {
  await closeListening()
  await closeDatabase()
  forgetAll()
  const name = process.env.DATABASE_URL ? new URL(process.env.DATABASE_URL).pathname.slice(1) : ''
  delete process.env.DATABASE_URL
  if (name.startsWith('standfirst_test_')) await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}

/** The next file in this process finds what the app keeps for as long as a process lives as a new process would: empty. */
function forgetAll(): void {
  const kept = globalThis as unknown as Record<symbol, unknown>
  for (const key of Object.getOwnPropertySymbols(kept)) if (key.description?.startsWith('standfirst.')) delete kept[key]
}

async function onServer(statement: string): Promise<void> {
  const url = new URL(inject('templateUrl'))
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
