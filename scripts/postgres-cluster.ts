// A PostgreSQL cluster on disk: its folder, its secrets, and what its complaints mean.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writePrivate } from '@/scripts/data-folder'
import type { PostgresUser } from '@/scripts/postgres-user'
import { StartError } from '@/scripts/start-error'

export interface Cluster {
  data: string
  logPath: string
  user: PostgresUser | null
  binaries: string
  isDurable: boolean
}

export interface Secrets {
  password: string
  port: number | null
}

export const superuser = 'standfirst'

export function readSecrets(folder: string): Secrets | null {
  const path = join(folder, 'postgres.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Secrets) : null
}

export function writeSecrets(folder: string, secrets: Secrets): Secrets {
  writePrivate(join(folder, 'postgres.json'), secrets)
  return secrets
}

/** Into a folder that gets its real name at the very end: a killed first run leaves nothing that looks like a cluster. */
export function makeCluster(cluster: Cluster, password: string): void {
  const { data, user } = cluster
  for (const name of readdirSync(join(data, '..'))) {
    if (name.startsWith('postgres.new-')) rmSync(join(data, '..', name), { recursive: true, force: true })
  }
  const half = `${data}.new-${randomBytes(4).toString('hex')}`
  const passwordPath = `${half}-password`
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(passwordPath, password, { mode: 0o600 })
  if (user) for (const path of [half, passwordPath]) chownSync(path, user.uid, user.gid)
  const made = spawnSync(
    join(cluster.binaries, 'bin/initdb'),
    [
      ['--pgdata', half],
      ['--username', superuser],
      ['--pwfile', passwordPath],
      ['--auth', 'scram-sha-256'],
      ['--encoding', 'UTF8'],
      // The same order of words on every machine, whatever languages are installed on it.
      ['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
      ['--set', 'timezone=UTC'],
      cluster.isDurable ? [] : ['--no-sync'],
    ].flat(),
    { ...processOptions(user), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  )
  rmSync(passwordPath, { force: true })
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true })
    const said = `${made.stdout ?? ''}${made.stderr ?? ''}${made.error?.message ?? ''}`
    writeFileSync(cluster.logPath, said, { flag: 'a', mode: 0o600 })
    throw explain(cluster, said, 'could not make its data folder')
  }
  // An empty folder of that name is all that a removed cluster may leave.
  rmSync(data, { recursive: true, force: true })
  renameSync(half, data)
}

export function checkVersion({ data, binaries, user }: Cluster): void {
  const there = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  const run = spawnSync(join(binaries, 'bin/postgres'), ['--version'], { ...processOptions(user), encoding: 'utf8' })
  const ours = /(\d+)/.exec(run.stdout ?? '')?.[1]
  if (ours && ours !== there) {
    throw new StartError(
      `The data in ${data} was written by PostgreSQL ${there} and this is PostgreSQL ${ours}: dump it with the version that wrote it.`,
    )
  }
}

export function explain(cluster: Cluster, said: string, what: string): StartError {
  if (/No space left on device|Disk quota exceeded/.test(said)) {
    return new StartError(`The disk is full: make room for ${cluster.data} and start again.`)
  }
  if (/could not look up effective user ID/.test(said)) {
    return new StartError(
      'PostgreSQL needs a user with a name: add one for this user number to /etc/passwd, or set DATABASE_URL to a server of yours.',
    )
  }
  if (/has wrong ownership|Permission denied/.test(said)) {
    return new StartError(
      `PostgreSQL cannot use ${cluster.data}: start as the user who started it first. ${cluster.logPath} says more.`,
    )
  }
  return new StartError(`PostgreSQL ${what}: the end of ${cluster.logPath} says why.`)
}

/** Started from the root folder: the current one may be closed to the other user. */
export function processOptions(user: PostgresUser | null) {
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    LANG: 'C',
    LC_ALL: 'C',
    TZ: 'UTC',
    NODE_ENV: process.env.NODE_ENV,
  }
  return user ? { cwd: '/', env, uid: user.uid, gid: user.gid } : { cwd: '/', env }
}
