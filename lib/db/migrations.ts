// Applies prisma/migrations with Prisma's own engine, the WebAssembly one that lies in node_modules: nothing is downloaded, the table
// _prisma_migrations is Prisma's, and `prisma migrate deploy` of another machine goes on where this stopped.
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { DiffTarget, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

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
  return withMigrationLock(databaseUrl, () =>
    withEngine(databaseUrl, async (engine) => {
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
  return withEngine(databaseUrl, async (engine) => {
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

async function withMigrationLock<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey])
    return await work()
  } finally {
    await client.end()
  }
}

/**
 * A migration runs in one transaction, so one that failed left nothing but its row in _prisma_migrations, which would
 * stop every later start. Marked as rolled back, it is tried again.
 */
async function forgetFailedMigrations(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ exists: boolean }>(
      `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`,
    )
    if (!rows[0]?.exists) return
    await client.query(
      'UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
    )
  } finally {
    await client.end()
  }
}

async function withEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const factory = new WholeScriptAdapters(databaseUrl)
  const adapters = bindMigrationAwareSqlAdapterFactory(factory)
  const { SchemaEngine } = await loadEngine()
  const engine = await SchemaEngine.new({ datamodels: [[schemaPath, readSchema().content]] }, () => undefined, adapters)
  try {
    return await work(engine)
  } catch (error) {
    throw causeOf(error, adapters.errorRegistry)
  } finally {
    engine.free()
    await factory.close()
  }
}

type EngineModule = typeof import('@prisma/schema-engine-wasm')
let engineModule: Promise<EngineModule> | undefined

/** The package is written for bundlers that know how to import WebAssembly; Node is told by hand. */
function loadEngine(): Promise<EngineModule> {
  engineModule ??= (async () => {
    const require = createRequire(import.meta.url)
    const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
    const wasmPath = require.resolve('@prisma/schema-engine-wasm').replace('schema_engine.js', 'schema_engine_bg.wasm')
    const { instance } = await WebAssembly.instantiate(readFileSync(wasmPath), {
      './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
    })
    const module = glue as unknown as EngineModule & { __wbg_set_wasm(exports: WebAssembly.Exports): void }
    module.__wbg_set_wasm(instance.exports)
    const start = instance.exports.__wbindgen_start as () => void
    start()
    return module
  })()
  return engineModule
}

/**
 * Prisma's adapter cuts a script at every semicolon, which breaks functions, and runs the pieces one by one, which leaves
 * half a migration behind when one fails. Sent whole, PostgreSQL runs it as one transaction, as `prisma migrate deploy` does.
 */
class WholeScriptAdapters implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres'
  readonly adapterName = '@prisma/adapter-pg'
  readonly #databaseUrl: string
  readonly #open: SqlDriverAdapter[] = []

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await connectTo(this.#databaseUrl)
    this.#open.push(adapter)
    return adapter
  }

  /** The engine leaves its connection open, and with it the lock that it takes while it migrates. */
  async close(): Promise<void> {
    for (const adapter of this.#open.splice(0)) await adapter.dispose()
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `standfirst_shadow_${randomUUID().replaceAll('-', '')}`
    await runOn(this.#databaseUrl, `CREATE DATABASE ${name}`)
    const url = new URL(this.#databaseUrl)
    url.pathname = `/${name}`
    const adapter = await connectTo(url.href)
    const dispose = adapter.dispose.bind(adapter)
    let isDisposed = false
    adapter.dispose = async () => {
      if (isDisposed) return
      isDisposed = true
      await dispose()
      await runOn(this.#databaseUrl, `DROP DATABASE ${name} WITH (FORCE)`)
    }
    this.#open.push(adapter)
    return adapter
  }
}

async function connectTo(databaseUrl: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect()
  adapter.executeScript = async (script) => {
    await pool.query(script)
  }
  readCatalogLetters(pool, adapter)
  return adapter
}

/** The type "char" of PostgreSQL's own tables, and a type that Prisma's adapter can read in its place. */
const letterType = 18
const textType = 25

/** Prisma's adapter does not know the one-letter type with which PostgreSQL describes tables, and the engine insists on it. */
function readCatalogLetters(pool: pg.Pool, adapter: SqlDriverAdapter): void {
  let letters: number[] = []
  const query = pool.query.bind(pool) as (statement: pg.QueryConfig) => Promise<pg.QueryResult>
  pool.query = (async (statement: pg.QueryConfig) => {
    const result = await query(statement)
    const fields = result.fields ?? []
    letters = fields.flatMap((field, column) => (field.dataTypeID === letterType ? [column] : []))
    for (const column of letters) fields[column] = { ...fields[column], dataTypeID: textType } as pg.FieldDef
    return result
  }) as typeof pool.query
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement)
    for (const column of letters) result.columnTypes[column] = ColumnTypeEnum.Character
    return result
  }
}

async function runOn(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The engine hides errors of the adapter behind a number; this gives the database's own words back. */
function causeOf(error: unknown, registry: { consumeError(id: number): { error: unknown } | undefined }): unknown {
  const id = /external error.*?(\d+)/i.exec(String(error instanceof Error ? error.message : error))?.[1]
  return (id === undefined ? undefined : registry.consumeError(Number(id))?.error) ?? error
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
