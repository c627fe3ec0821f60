import { readFileSync } from 'node:fs'
import pg from 'pg'
import PgBoss from 'pg-boss'

function connection() {
  const secrets = JSON.parse(readFileSync(`${process.env.E2E_DATA_DIR}/postgres.json`, 'utf8'))
  const { port, password } = secrets as { port: number; password: string }
  return { host: '127.0.0.1', port, user: 'standfirst', password, database: 'standfirst' }
}

/** In the database of the server under test: what nights write, a test writes at once. */
export async function inDatabase(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection())
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** Has the server under test run one of its jobs now, as its clock would (lib/jobs/start-jobs.ts). */
export async function nudgeJob(queue: string): Promise<void> {
  const boss = new PgBoss({ ...connection(), migrate: false, supervise: false, schedule: false })
  await boss.start()
  try {
    await boss.send(queue, {})
  } finally {
    await boss.stop({ graceful: false })
  }
}
