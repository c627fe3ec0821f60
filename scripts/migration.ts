// npm run migration -- NAME: writes prisma/migrations/<time>_NAME/migration.sql with what prisma/schema.prisma has and the migrations lack.
//
// npm run migration -- --first writes the first migration anew. Only until there is a newsroom whose database has it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diffMigrationsWithSchema, diffNothingWithSchema } from '@/lib/db/migrations'
import { startThrowAwayPostgres } from '@/scripts/postgres'

const firstMigration = '20261122000000_newsroom'
const folder = join(import.meta.dirname, '../prisma/migrations')
const name = process.argv[2]

if (!name || !/^(--first|[a-z0-9_]+)$/.test(name)) {
  console.error('Give the migration a name of small letters, digits and _: npm run migration -- add_series')
  process.exit(1)
}

const postgres = await startThrowAwayPostgres()
try {
  const isFirst = name === '--first'
  const sql = await (isFirst ? diffNothingWithSchema : diffMigrationsWithSchema)(postgres.url('postgres'))
  if (sql) write(isFirst ? firstMigration : `${stamp(new Date())}_${name}`, sql)
  else console.log('The migrations already make what prisma/schema.prisma says.')
} finally {
  await postgres.stop()
}

function write(migration: string, sql: string): void {
  mkdirSync(join(folder, migration), { recursive: true })
  writeFileSync(join(folder, migration, 'migration.sql'), sql)
  console.log(`Wrote prisma/migrations/${migration}/migration.sql: read it before you keep it.`)
}

function stamp(time: Date): string {
  return time.toISOString().replace(/\D/g, '').slice(0, 14)
}
