// A real PostgreSQL for a laptop: the binaries come with npm, the data lies in the data folder, and it stops with the app.
//
// In the data folder:
//   postgres/            the cluster
//   postgres-location    only where another user cannot reach the folder: where the cluster lies instead
//   postgres.json        password and port, for the owner only
//   postgres.log         what PostgreSQL says
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBinaries } from '@/scripts/postgres-binaries'
import { type Cluster, checkVersion, makeCluster, readSecrets, writeSecrets } from '@/scripts/postgres-cluster'
import { type RunningPostgres, run, stopLeftover } from '@/scripts/postgres-process'
import { canReach, choosePostgresUser, type PostgresUser } from '@/scripts/postgres-user'
import { sharedFolder } from '@/scripts/shared-folder'
import { fileSystemError, StartError } from '@/scripts/start-error'

export type { RunningPostgres }

export interface PostgresOptions {
  /** The data folder, made when missing. */
  folder: string
  /** False only for throw-away clusters: faster, and a power cut loses everything. */
  isDurable?: boolean
  /** The port that it must have. Without one: the port of last time while it is free, else any. */
  port?: number
}

/**
 * Starts the cluster of a data folder, making it on the first run. Whatever a killed process left behind (a running server, a stale
 * lock, half a first run) is cleared away first: the caller must hold the folder's lock.
 *
 * Throws StartError with a sentence for the person when the disk is full, the folder cannot be written, or PostgreSQL does not start.
 */
export async function startPostgres({ folder, isDurable = true, port }: PostgresOptions): Promise<RunningPostgres> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const cluster = prepare(folder, isDurable)
    await stopLeftover(cluster)
    const secrets =
      readSecrets(folder) ?? writeSecrets(folder, { password: randomBytes(24).toString('base64url'), port: null })
    if (!existsSync(join(cluster.data, 'PG_VERSION'))) makeCluster(cluster, secrets.password)
    checkVersion(cluster)
    return await run(folder, cluster, secrets, port)
  } catch (error) {
    throw fileSystemError(error, folder)
  }
}

/** A cluster in a temporary folder that goes away when it is stopped: fast, and a power cut loses everything. */
export async function startThrowAwayPostgres(): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-postgres-'))
  const postgres = await startPostgres({ folder: join(openToOthers(folder), 'data'), isDurable: false })
  return {
    ...postgres,
    async stop() {
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Lets others pass through a folder without seeing what is in it; returns it. */
function openToOthers(folder: string): string {
  chmodSync(folder, 0o711)
  return folder
}

function prepare(folder: string, isDurable: boolean): Cluster {
  const user = choosePostgresUser(join(placeOf(folder) ?? folder, 'postgres'))
  // Others may pass through the folder, and still cannot list it or read the files in it.
  if (user) openToOthers(folder)
  const data = join(choosePlace(folder, user), 'postgres')
  const logPath = join(folder, 'postgres.log')
  return { data, logPath, user, binaries: findBinaries(user), isDurable }
}

/** The folder itself, unless PostgreSQL has to run as another user who cannot get there. */
function choosePlace(folder: string, user: PostgresUser | null): string {
  const known = placeOf(folder)
  if (known) return known
  if (!user || canReach(folder, user)) return folder
  const place = join(sharedFolder(), `newsroom-${randomBytes(6).toString('hex')}`)
  mkdirSync(place, { mode: 0o711 })
  writeFileSync(join(place, 'belongs-to'), `${folder}\n`)
  writeFileSync(join(folder, 'postgres-location'), `${place}\n`)
  return place
}

function placeOf(folder: string): string | null {
  const pointer = join(folder, 'postgres-location')
  if (!existsSync(pointer)) return null
  const place = readFileSync(pointer, 'utf8').trim()
  if (existsSync(place)) return place
  throw new StartError(
    `The database should lie in ${place} and is not there: bring it back, or remove ${folder} for a fresh newsroom.`,
  )
}
