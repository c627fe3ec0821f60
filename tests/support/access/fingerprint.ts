import { connectionPool } from '@/lib/db/database'

/** What a request may write although it is refused: that somebody was seen, that a try was counted. And what jobs write by themselves. */
const NOT_COUNTED = new Set(['_prisma_migrations', 'rate_limit', 'Session', 'ReadCount', 'OutsideLink'])

/** A digest of every table, by its name: two that are alike mean that no row changed in between. */
export async function fingerprint(): Promise<Record<string, string>> {
  const pool = connectionPool()
  const { rows: tables } = await pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  )
  const counted = tables.filter(({ name }) => !NOT_COUNTED.has(name))
  const { rows } = await pool.query<Record<string, string>>(
    `SELECT ${counted.map(({ name }) => `(${digestOf(name)}) AS "${name}"`).join(', ')}`,
  )
  return rows[0] ?? {}
}

function digestOf(table: string): string {
  const row = table === 'Person' ? `to_jsonb(t) - 'lastSeenAt'` : table === 'Presence' ? `'{}'::jsonb` : 'to_jsonb(t)'
  const where = table === 'AuditEvent' ? ` WHERE t.action <> 'session.refuse'` : ''
  return `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5((${row})::text), ',' ORDER BY md5((${row})::text))), '') FROM "${table}" t${where}`
}

/** The tables that are not as they were. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((table) => after[table] !== before[table])
}
