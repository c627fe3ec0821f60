import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

/** Seconds of a core (null where /proc does not tell), and bytes of log, drafts and revisions. */
export type DatabaseCost = { cpuSeconds: number | null; bytes: number }

/** What typing cost a database until now. */
export async function databaseCost(url: string): Promise<DatabaseCost> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ bytes: string; pid: number }>(`
    SELECT pg_total_relation_size('"Step"') + pg_total_relation_size('"Draft"') + pg_total_relation_size('"Revision"') AS bytes,
           pg_backend_pid() AS pid`)
  // While it runs: whose child it is leads to all of them.
  const cpuSeconds = cpuSecondsOf(rows[0]?.pid ?? 0)
  await client.end()
  return { bytes: Number(rows[0]?.bytes), cpuSeconds }
}

export function costBetween(before: DatabaseCost, after: DatabaseCost): DatabaseCost {
  return {
    bytes: after.bytes - before.bytes,
    cpuSeconds: before.cpuSeconds === null || after.cpuSeconds === null ? null : after.cpuSeconds - before.cpuSeconds,
  }
}

const TICKS_A_SECOND = 100

/** The time of the cores that PostgreSQL took so far: its first process, what ended below it and what runs below it. See proc(5). */
function cpuSecondsOf(backendId: number): number | null {
  try {
    const first = statOf(backendId).parentId
    const running = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const stat = statOf(Number(name))
          return stat.parentId === first ? [stat.ticks] : []
        } catch {
          // It ended meanwhile.
          return []
        }
      })
    const { ticks, endedTicks } = statOf(first)
    return (ticks + endedTicks + running.reduce((sum, one) => sum + one, 0)) / TICKS_A_SECOND
  } catch {
    return null
  }
}

function statOf(id: number): { parentId: number; ticks: number; endedTicks: number } {
  const text = readFileSync(`/proc/${id}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const number = (index: number) => Number(fields[index])
  return { parentId: number(1), ticks: number(11) + number(12), endedTicks: number(13) + number(14) }
}
