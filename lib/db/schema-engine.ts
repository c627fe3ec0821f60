// Prisma's schema engine, the WebAssembly one that lies in node_modules, made to work in Node with PostgreSQL.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

/** Gives `work` an engine on a database, for a schema file, and closes what it opened. Throws the database's own errors. */
export async function withEngine<T>(
  databaseUrl: string,
  schema: { path: string; content: string },
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const factory = new WholeScriptAdapters(databaseUrl)
  const adapters = bindMigrationAwareSqlAdapterFactory(factory)
  const { SchemaEngine } = await loadEngine()
  const engine = await SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => undefined, adapters)
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
    await withClient(this.#databaseUrl, (client) => client.query(`CREATE DATABASE ${name}`))
    const url = new URL(this.#databaseUrl)
    url.pathname = `/${name}`
    const adapter = await connectTo(url.href)
    const dispose = adapter.dispose.bind(adapter)
    let isDisposed = false
    adapter.dispose = async () => {
      if (isDisposed) return
      isDisposed = true
      await dispose()
      await withClient(this.#databaseUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
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

/** The engine hides errors of the adapter behind a number; this gives the database's own words back. */
function causeOf(error: unknown, registry: { consumeError(id: number): { error: unknown } | undefined }): unknown {
  const id = /external error.*?(\d+)/i.exec(String(error instanceof Error ? error.message : error))?.[1]
  return (id === undefined ? undefined : registry.consumeError(Number(id))?.error) ?? error
}

/** A connection of its own for `work`, closed afterwards. */
export async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
