// From the address of a database to a newsroom in it.
import pg from 'pg'
import { closeDatabase, database } from '@/lib/db/database'
import { applyMigrations } from '@/lib/db/migrations'
import { isSampleUnfinished } from '@/prisma/sample/progress'
import { StartError } from '@/scripts/start-error'

export interface SignIn {
  role: string
  name: string
  email: string
  password: string
}

export interface Newsroom {
  /** Of the sample newsroom, when this run made it. */
  signIns: SignIn[] | null
  /** Where the first administrator is made, while there is none. */
  setUpPath: string | null
}

/** The row that remembers that this newsroom was begun without the sample. */
const emptyKey = 'startedEmpty'

/**
 * Leaves DATABASE_URL pointing at a migrated database with a newsroom in it. A database that is missing is made under another name and gets
 * its own when everything is in it, so a killed first run leaves no half newsroom. `onSignIns` hears of the sign-ins before that.
 *
 * Throws StartError when the server does not answer or does not let us in.
 */
export async function prepareNewsroom(
  url: string,
  isEmpty: boolean,
  onSignIns: (signIns: SignIn[]) => void,
): Promise<Newsroom> {
  if (await databaseExists(url)) {
    await migrate(url)
    return populate(url, isEmpty, onSignIns)
  }
  const name = nameOf(url)
  const draft = `${name}_new`
  await runOnServer(url, (client) => [`DROP DATABASE IF EXISTS ${client.escapeIdentifier(draft)} WITH (FORCE)`])
  await runOnServer(url, (client) => [`CREATE DATABASE ${client.escapeIdentifier(draft)}`])
  const draftUrl = withName(url, draft)
  await migrate(draftUrl)
  const newsroom = await populate(draftUrl, isEmpty, onSignIns)
  await closeDatabase()
  await runOnServer(url, (client) => [
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${client.escapeLiteral(draft)}`,
    `ALTER DATABASE ${client.escapeIdentifier(draft)} RENAME TO ${client.escapeIdentifier(name)}`,
  ])
  process.env.DATABASE_URL = url
  return newsroom
}

async function migrate(url: string): Promise<void> {
  try {
    await applyMigrations(url)
  } catch (error) {
    if (!/schema is not empty/.test(wordsOf(error))) throw error
    throw new StartError(`The database ${nameOf(url)} holds something else: give Standfirst a database of its own.`)
  }
}

async function populate(url: string, isEmpty: boolean, onSignIns: (signIns: SignIn[]) => void): Promise<Newsroom> {
  process.env.DATABASE_URL = url
  if ((await database().person.count()) > 0 && !(await isSampleUnfinished())) return { signIns: null, setUpPath: null }
  if (isEmpty || (await wasStartedEmpty())) {
    await database().setting.upsert({ where: { key: emptyKey }, create: { key: emptyKey, value: true }, update: {} })
    const { openSetUp } = await import('@/lib/people/open-set-up')
    const { openFirstSection } = await import('@/lib/shelves/open-first-section')
    await openFirstSection()
    return { signIns: null, setUpPath: await openSetUp() }
  }
  const { createSampleNewsroom } = await import('@/prisma/seed')
  const signIns: SignIn[] = await createSampleNewsroom()
  onSignIns(signIns)
  return { signIns, setUpPath: null }
}

async function wasStartedEmpty(): Promise<boolean> {
  return (await database().setting.findUnique({ where: { key: emptyKey } })) !== null
}

async function databaseExists(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    return true
  } catch (error) {
    if (codeOf(error) === '3D000') return false
    throw unreachable(url, error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function runOnServer(url: string, statements: (client: pg.Client) => string[]): Promise<void> {
  const client = new pg.Client({ connectionString: withName(url, 'postgres') })
  try {
    await client.connect()
    for (const statement of statements(client)) await client.query(statement)
  } catch (error) {
    throw new StartError(
      `The database ${nameOf(url)} could not be made (${wordsOf(error)}): make it yourself and start again.`,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Never with the address as it was given: there is a password in it. */
function unreachable(url: string, error: unknown): StartError {
  const { host } = new URL(url)
  return new StartError(
    `The database of DATABASE_URL on ${host} does not let us in (${wordsOf(error)}): check the address and the server.`,
  )
}

function wordsOf(error: unknown): string {
  return (error instanceof Error && error.message) || codeOf(error) || 'no reason given'
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres'
}

function withName(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}
