// The running server of a cluster: how it starts, what speaks to it, how it stops.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { findFreePort, isPortFree } from '@/scripts/port'
import {
  type Cluster,
  explain,
  processOptions,
  type Secrets,
  superuser,
  writeSecrets,
} from '@/scripts/postgres-cluster'
import { StartError } from '@/scripts/start-error'

export interface RunningPostgres {
  port: number
  /** Where other programs connect: `postgresql://...` with the password in it. */
  url(database: string): string
  /** Makes the database unless it is there. */
  createDatabase(name: string): Promise<void>
  /** Resolves when every file is closed. Safe to call twice. */
  stop(): Promise<void>
  /** Resolves with a sentence when PostgreSQL ends without having been asked to. */
  ended: Promise<string>
}

const startSeconds = 300
const stopSeconds = 30

export async function run(
  folder: string,
  cluster: Cluster,
  secrets: Secrets,
  wantedPort: number | undefined,
): Promise<RunningPostgres> {
  let port = wantedPort ?? (await usualPort(secrets))
  const giveUpAt = Date.now() + startSeconds * 1000
  for (;;) {
    keepLogSmall(cluster.logPath)
    const logStart = existsSync(cluster.logPath) ? statSync(cluster.logPath).size : 0
    const child = launch(cluster, port)
    if (await becomesReady(cluster, child, giveUpAt)) {
      if (port !== secrets.port) writeSecrets(folder, { ...secrets, port })
      return handle(cluster, child, port, secrets.password)
    }
    const said = readFileSync(cluster.logPath, 'utf8').slice(logStart)
    if (Date.now() > giveUpAt) throw explain(cluster, said, `did not become ready within ${startSeconds} seconds`)
    if (/Address already in use/.test(said) && wantedPort === undefined) port = await findFreePort()
    // A killed server's children need a moment to notice that it is gone.
    else if (/still in use|lock file .* already exists/.test(said)) await sleep(200)
    else throw explain(cluster, said, 'did not start')
  }
}

async function usualPort({ port }: Secrets): Promise<number> {
  return port !== null && (await isPortFree(port)) ? port : findFreePort()
}

function launch({ data, binaries, user, logPath, isDurable }: Cluster, port: number): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'logging_collector=off',
    'log_line_prefix=%m [%p] ',
    // What a newsroom asks is answered by an index in a millisecond; to start a second process for it takes fifty.
    'max_parallel_workers_per_gather=0',
    `fsync=${isDurable ? 'on' : 'off'}`,
    ...(isDurable ? [] : ['synchronous_commit=off', 'full_page_writes=off']),
  ]
  const log = openSync(logPath, 'a', 0o600)
  // A session of its own: Ctrl-C in the terminal must not stop the database before the app has finished with it.
  return spawn(
    join(binaries, 'bin/postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...processOptions(user), detached: true, stdio: ['ignore', log, log] },
  )
}

async function becomesReady({ data }: Cluster, child: ChildProcess, giveUpAt: number): Promise<boolean> {
  let isGone = false
  child.once('error', () => {
    isGone = true
  })
  child.once('exit', () => {
    isGone = true
  })
  while (!isGone && Date.now() < giveUpAt) {
    const status = readLockFile(data)
    if (status?.pid === child.pid && status?.status === 'ready') return true
    await sleep(10)
  }
  if (!isGone) child.kill('SIGQUIT')
  return false
}

function handle(cluster: Cluster, child: ChildProcess, port: number, password: string): RunningPostgres {
  let isStopping = false
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = (database: string) => `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`
  // Reached when this process ends without having called stop(): the next start would clear it up, this does so now.
  const stopNow = () => child.kill('SIGINT')
  process.once('exit', stopNow)
  child.unref()
  return {
    port,
    url,
    createDatabase: (name) => createDatabase(url('postgres'), name),
    ended: exited.then(() =>
      isStopping ? new Promise(() => undefined) : `PostgreSQL has ended; ${cluster.logPath} says why.`,
    ),
    async stop() {
      isStopping = true
      process.off('exit', stopNow)
      if (child.exitCode !== null || child.signalCode !== null) return
      child.ref()
      child.kill('SIGINT')
      const late = setTimeout(() => child.kill('SIGQUIT'), stopSeconds * 1000)
      await exited
      clearTimeout(late)
    },
  }
}

async function createDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/** A server of ours that outlived its app is stopped; a lock that another program's number keeps alive is removed. */
export async function stopLeftover({ data }: Cluster): Promise<void> {
  const lock = readLockFile(data)
  if (!lock) return
  if (!isPostgresOf(lock.pid, data)) {
    rmSync(join(data, 'postmaster.pid'), { force: true })
    return
  }
  for (const [signal, seconds] of [
    ['SIGINT', 10],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const) {
    process.kill(lock.pid, signal)
    const until = Date.now() + seconds * 1000
    while (Date.now() < until) {
      if (!isPostgresOf(lock.pid, data)) return
      await sleep(20)
    }
  }
  throw new StartError(`An earlier PostgreSQL (process ${lock.pid}) does not stop: end it and start again.`)
}

function readLockFile(data: string): { pid: number; status: string } | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0 ? { pid, status: (lines[7] ?? '').trim() } : null
  } catch {
    return null
  }
}

/** Numbers of processes come back after a reboot, so the number alone proves nothing. */
function isPostgresOf(pid: number, data: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  if (existsSync('/proc/self/cmdline')) {
    const path = `/proc/${pid}/cmdline`
    try {
      return readFileSync(path, 'utf8').split('\0').includes(data)
    } catch {
      return false
    }
  }
  return (spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').includes(data)
}

function keepLogSmall(path: string): void {
  if (existsSync(path) && statSync(path).size > 5_000_000) truncateSync(path)
}
