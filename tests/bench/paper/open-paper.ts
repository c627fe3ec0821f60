import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '@/scripts/postgres'
import { readSignIns, type ServerProcess, type SignIn, startServer } from '@/tests/support/server-process'
import { type Family, familyOf } from '../public/process-cost'
import { fillPaper } from './fill-paper'

export type Paper = {
  size: number
  folder: string
  server: ServerProcess
  /** Of the database. */
  url: string
  /** An editor of the sample newsroom. */
  editor: SignIn
  /** On the database of the running server. */
  client: pg.Client
  app: Family
  database: Family
  stop(): Promise<void>
}

/**
 * A running server with the sample newsroom and `size` articles beside it. With BENCH_DATA, a folder, papers are kept in it and opened again:
 * a million articles take some minutes to make and some gigabytes of room.
 * @param env settings of the server
 */
export async function openPaper(size: number, env: Record<string, string> = {}): Promise<Paper> {
  const { folder, isKept } = folderOf(size)
  if (!existsSync(join(folder, 'sign-ins.json'))) await (await startServer({ folder }, 900)).stop()
  await fill(folder, size)
  const server = await startServer({ folder, env }, 900)
  const url = urlOf(folder)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const editor = readSignIns(folder).find(({ role }) => role === 'EDITOR')
  if (editor === undefined) throw new Error('The sample newsroom has no editor.')
  const postgresPid = await readPid(client)
  return {
    size,
    folder,
    server,
    url,
    editor,
    client,
    app: familyOf(server.child.pid ?? 0, postgresPid),
    database: familyOf(postgresPid),
    async stop() {
      await client.end()
      await server.stop()
      if (!isKept) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function folderOf(size: number): { folder: string; isKept: boolean } {
  const kept = process.env.BENCH_DATA
  if (!kept) return { folder: mkdtempSync(join(tmpdir(), 'standfirst-bench-')), isKept: false }
  const folder = join(kept, `paper-${size}`)
  mkdirSync(folder, { recursive: true })
  return { folder, isKept: true }
}

/** With the server away, and without waiting for the disk. */
async function fill(folder: string, size: number): Promise<void> {
  const postgres = await startPostgres({ folder, isDurable: false })
  const client = new pg.Client({ connectionString: postgres.url('standfirst') })
  try {
    await client.connect()
    const startedAt = performance.now()
    let saidAt = startedAt
    await fillPaper(client, size, (sentence) => {
      if (performance.now() - saidAt < 10_000) return
      saidAt = performance.now()
      console.log(`${sentence} after ${Math.round((saidAt - startedAt) / 1000)} s`)
    })
    const { rows } = await client.query<{ room: string }>(
      `SELECT pg_size_pretty(pg_database_size(current_database())) AS room`,
    )
    console.log(`${size} articles after ${Math.round((performance.now() - startedAt) / 1000)} s, ${rows[0]?.room}`)
    await client.query('CHECKPOINT')
  } finally {
    await client.end()
    await postgres.stop()
  }
}

function urlOf(folder: string): string {
  const { port, password } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')) as {
    port: number
    password: string
  }
  return `postgresql://standfirst:${password}@127.0.0.1:${port}/standfirst`
}

/** Of the first process of the database, whose children do the work. */
async function readPid(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ text: string }>(`SELECT pg_read_file('postmaster.pid', 0, 20) AS text`)
  return Number.parseInt(rows[0]?.text ?? '0', 10)
}
