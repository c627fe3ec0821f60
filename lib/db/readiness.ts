import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { database } from './database'

/** Whether the database answers, and whether it has had the migrations that this build brings. */
export async function readiness(): Promise<{ database: boolean; migrations: boolean }> {
  try {
    const rows = await database().$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
    const applied = new Set(rows.map((row) => row.migration_name))
    return { database: true, migrations: (await migrationNames()).every((name) => applied.has(name)) }
  } catch {
    return { database: await answers(), migrations: false }
  }
}

async function answers(): Promise<boolean> {
  try {
    await database().$queryRaw`SELECT 1`
    return true
  } catch {
    return false
  }
}

async function migrationNames(): Promise<string[]> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'prisma/migrations')
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}
