// Applies prisma/migrations with Prisma's own engine, the WebAssembly one that lies in node_modules: nothing is downloaded, the table
// _prisma_migrations is Prisma's, and `prisma migrate deploy` of another machine goes on where this stopped.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DiffTarget, MigrationList } from '@prisma/schema-engine-wasm'
import type pg from 'pg'
import { withClient, withEngine } from './schema-engine'

const root = join(import.meta.dirname, '../..')
const migrationsFolder = join(root, 'prisma/migrations')
const schemaPath = join(root, 'prisma/schema.prisma')

/** "migrate" in ASCII. Any number does, as long as every Standfirst process uses the same one. */
const lockKey = '30792318659949669'

/**
 * Applies the migrations that the database has not had yet, each in one transaction, and returns their names.
 *
 * Two processes may call this at once: the second waits for the first and then finds nothing to do.
 * Throws the database's error when a migration fails; nothing of that migration stays.
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  // Nearly every start: the engine need not even be loaded.
  if (await hasEveryMigration(databaseUrl)) return []
  return withMigrationLock(databaseUrl, () =>
    withEngine(databaseUrl, readSchema(), async (engine) => {
      await forgetFailedMigrations(databaseUrl)
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: readMigrations(),
        filters: { externalTables: [], externalEnums: [] },
      })
      return appliedMigrationNames
    }),
  )
}

/**
 * The SQL that leads from what the migrations make to what prisma/schema.prisma says; empty when they agree.
 *
 * Needs a server on which a second database may be made for a moment.
 */
export async function diffMigrationsWithSchema(databaseUrl: string): Promise<string> {
  return diff(databaseUrl, { tag: 'migrations', ...readMigrations() })
}

/** The SQL that makes every table of prisma/schema.prisma in an empty database. */
export async function diffNothingWithSchema(databaseUrl: string): Promise<string> {
  return diff(databaseUrl, { tag: 'empty' })
}

async function diff(databaseUrl: string, from: DiffTarget): Promise<string> {
  return withEngine(databaseUrl, readSchema(), async (engine) => {
    const { stdout } = await engine.diff({
      from,
      to: { tag: 'schemaDatamodel', files: [readSchema()] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout?.includes('This is an empty migration') ? '' : (stdout ?? '')
  })
}

function hasEveryMigration(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    if (!(await hasMigrationsTable(client))) return false
    const { rows } = await client.query<{ migration_name: string }>(
      'SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    const applied = new Set(rows.map((row) => row.migration_name))
    return readMigrations().migrationDirectories.every(({ path }) => applied.has(path))
  })
}

function withMigrationLock<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  return withClient(databaseUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey])
    return work()
  })
}

/**
 * A migration runs in one transaction, so one that failed left nothing but its row in _prisma_migrations, which would
 * stop every later start. Marked as rolled back, it is tried again.
 */
function forgetFailedMigrations(databaseUrl: string): Promise<void> {
  return withClient(databaseUrl, async (client) => {
    if (!(await hasMigrationsTable(client))) return
    await client.query(
      'UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
    )
  })
}

async function hasMigrationsTable(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`,
  )
  return rows[0]?.exists === true
}

function readSchema(): { path: string; content: string } {
  return { path: schemaPath, content: readFileSync(schemaPath, 'utf8') }
}

function readMigrations(): MigrationList {
  const lockfile = join(migrationsFolder, 'migration_lock.toml')
  const names = readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}
