import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type RunningPostgres, startPostgres } from '@/scripts/postgres'
import { StartError } from '@/scripts/start-error'
import { scratchFolder } from '@/tests/support/scratch-folder'

const isRoot = process.getuid?.() === 0
let folder: string
let running: RunningPostgres[]
let children: ChildProcess[]

beforeEach(() => {
  folder = join(scratchFolder(), '.data')
  running = []
  children = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const pid of serverProcesses(folder)) tryKill(pid)
  for (const postgres of running) await postgres.stop()
  const place = join(folder, 'postgres-location')
  if (existsSync(place)) rmSync(readFileSync(place, 'utf8').trim(), { recursive: true, force: true })
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

async function start(): Promise<RunningPostgres> {
  const postgres = await startPostgres({ folder })
  running.push(postgres)
  return postgres
}

async function query(
  postgres: RunningPostgres,
  database: string,
  statement: string,
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: postgres.url(database) })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** PostgreSQL's processes on a data folder, the server first and what it started after it. */
function serverProcesses(of: string): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const all = stdout.split('\n').map((line) => line.trim().split(/\s+/))
  const server = all.find((fields) => fields.includes(join(of, 'postgres')))?.[0]
  return all.filter(([pid, parent]) => server && (pid === server || parent === server)).map(([pid]) => Number(pid))
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

describe('the embedded PostgreSQL', () => {
  test('keeps its data and its port from one start to the next', async () => {
    const first = await start()
    await first.createDatabase('kept')
    await query(first, 'kept', 'CREATE TABLE sign AS SELECT 1 AS id')
    await first.stop()
    const second = await start()
    expect(second.port).toBe(first.port)
    expect(await query(second, 'kept', 'SELECT id FROM sign')).toEqual([{ id: 1 }])
  })

  test('takes another port when its own is taken meanwhile', async () => {
    const first = await start()
    await first.stop()
    const { createServer } = await import('node:net')
    const squatter = createServer()
    await new Promise<void>((resolve) => squatter.listen(first.port, '127.0.0.1', resolve))
    const second = await start()
    squatter.close()
    expect(second.port).not.toBe(first.port)
    expect(await query(second, 'postgres', 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('lets nobody in without the password, writes to disk, and keeps its secrets to its owner', async () => {
    const postgres = await start()
    const url = new URL(postgres.url('postgres'))
    url.password = 'guessed'
    await expect(new pg.Client({ connectionString: url.href }).connect()).rejects.toThrow(
      /password authentication failed/,
    )
    expect(await query(postgres, 'postgres', 'SHOW fsync')).toEqual([{ fsync: 'on' }])
    expect(await query(postgres, 'postgres', 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    expect(statSync(join(folder, 'postgres.json')).mode & 0o777).toBe(0o600)
  })

  test('loses no acknowledged row when app and database are killed in the middle of writing, again and again', async () => {
    let safe = 0
    for (let round = 0; round < 3; round++) {
      const writer = spawn(process.execPath, ['--import', 'tsx', 'tests/support/embedded-writer.ts', folder])
      children.push(writer)
      let said = ''
      let complaint = ''
      writer.stdout.on('data', (piece: Buffer) => {
        said += piece
      })
      writer.stderr.on('data', (piece: Buffer) => {
        complaint += piece
      })
      const enough = safe + 50
      while (Number(said.trim().split('\n').at(-1)) < enough || said === '') {
        expect(writer.exitCode, complaint).toBeNull()
        await sleep(10)
      }
      // The app alone in the first round, which leaves a running server; everything at once in the others.
      const killed = round === 0 ? [] : serverProcesses(folder)
      writer.kill('SIGKILL')
      for (const pid of killed) tryKill(pid)
      await new Promise((resolve) => writer.once('close', resolve))
      safe = Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1))
      expect(complaint).toBe('')
    }
    const postgres = await start()
    const [row] = await query(postgres, 'writer', 'SELECT count(*)::int AS rows, max(id) AS last FROM kept')
    expect(row?.last).toBeGreaterThanOrEqual(safe)
    expect(row?.rows).toBe(row?.last)
  })

  test('is not fooled by a lock file whose process number belongs to somebody else now', async () => {
    const first = await start()
    await first.stop()
    const bystander = spawn('sleep', ['60'])
    children.push(bystander)
    writeFileSync(
      join(folder, 'postgres/postmaster.pid'),
      `${bystander.pid}\n${folder}/postgres\n1700000000\n${first.port}\n\n127.0.0.1\n\nready\n`,
    )
    const second = await start()
    expect(await query(second, 'postgres', 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(bystander.exitCode).toBeNull()
  })

  test('clears away a first run that was cut off', async () => {
    mkdirSync(join(folder, 'postgres.new-0000'), { recursive: true })
    writeFileSync(join(folder, 'postgres.new-0000/half'), '')
    await start()
    expect(existsSync(join(folder, 'postgres.new-0000'))).toBe(false)
  })

  test('says where to look when it cannot start', async () => {
    const first = await start()
    await first.stop()
    writeFileSync(join(folder, 'postgres/postgresql.conf'), 'no_such_setting = 1\n')
    const error = await startPostgres({ folder }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(StartError)
    expect(String(error)).toContain(`the end of ${join(folder, 'postgres.log')} says why`)
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toContain('no_such_setting')
  })

  test('says so when the disk is full', async ({ skip }) => {
    if (!isRoot) skip('only root can mount a small disk')
    mkdirSync(folder)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder])
    if (mounted.status !== 0) skip('this machine does not let root mount a small disk')
    try {
      await expect(startPostgres({ folder })).rejects.toThrow(/^The disk is full: make room for /)
    } finally {
      spawnSync('umount', ['-l', folder])
    }
  })

  test('says so when the folder cannot be made', async () => {
    mkdirSync(join(folder, '..'), { recursive: true })
    writeFileSync(folder, 'a file')
    await expect(startPostgres({ folder })).rejects.toThrow(`${folder} is not a folder`)
  })
})

describe('who runs PostgreSQL', () => {
  test('root lends it another user, who owns the data', async ({ skip }) => {
    if (!isRoot) skip('needs root')
    await start()
    expect(statSync(join(folder, 'postgres')).uid).not.toBe(0)
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700)
  })

  test('root in a folder that others cannot enter keeps the data elsewhere, until .data is removed', async ({
    skip,
  }) => {
    if (!isRoot) skip('needs root')
    chmodSync(join(folder, '..'), 0o700)
    const first = await start()
    await first.createDatabase('kept')
    await first.stop()
    const place = readFileSync(join(folder, 'postgres-location'), 'utf8').trim()
    expect(existsSync(join(folder, 'postgres'))).toBe(false)
    const second = await start()
    expect(await query(second, 'kept', 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await second.stop()
    rmSync(folder, { recursive: true })
    const third = await start()
    await expect(query(third, 'kept', 'SELECT 1')).rejects.toThrow(/"kept" does not exist/)
    rmSync(place, { recursive: true })
  })

  test('an ordinary user runs it as themselves, and root later goes on as that user', async ({ skip }) => {
    if (!isRoot) skip('needs root')
    const home = join(folder, '..')
    const user = spawnSync('id', ['-u', 'nobody'], { encoding: 'utf8' }).stdout.trim()
    chownSync(home, Number(user), Number(user))
    const isReadable = spawnSync('test', ['-r', 'scripts/postgres.ts'], { uid: Number(user) }).status === 0
    if (!isReadable) skip('the other user cannot read this clone')
    const writer = spawn(process.execPath, ['--import', 'tsx', 'tests/support/embedded-writer.ts', folder], {
      uid: Number(user),
      gid: Number(user),
      env: { ...process.env, HOME: home, TMPDIR: home },
    })
    children.push(writer)
    let complaint = ''
    writer.stderr.on('data', (piece: Buffer) => {
      complaint += piece
    })
    await Promise.race([
      new Promise((resolve) => writer.stdout.once('data', resolve)),
      new Promise((_, reject) => writer.once('close', () => reject(new Error(complaint)))),
    ])
    writer.kill('SIGKILL')
    await new Promise((resolve) => writer.once('close', resolve))
    const postgres = await start()
    expect((await query(postgres, 'writer', 'SELECT count(*)::int AS rows FROM kept'))[0]?.rows).toBeGreaterThan(0)
    expect(statSync(join(folder, 'postgres')).uid).toBe(Number(user))
  })
})
