// The data folder of a newsroom: who is using it, and the secrets that were made for it.
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import webPush from 'web-push'
import { readLiveLock, startMark } from '@/scripts/process-mark.mjs'
import { fileSystemError, StartError } from '@/scripts/start-error'

/** Makes the folder when missing; throws StartError when it cannot be written. */
export function openDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const probe = join(folder, `.write-${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    throw fileSystemError(error, folder)
  }
}

/**
 * Takes the folder for this process. A lock whose process is gone is taken over without a word; one whose process lives stays.
 *
 * Throws StartError naming who has it. Returns what gives it back.
 */
export function lockFolder(folder: string, address: string): () => void {
  const path = join(folder, 'lock.json')
  const mine = { pid: process.pid, mark: startMark(process.pid) ?? '', address }
  const words = JSON.stringify(mine)
  const draft = `${path}.${process.pid}`
  for (let tries = 0; tries < 20; tries++) {
    try {
      writeFileSync(draft, words, { mode: 0o600 })
      linkSync(draft, path)
      rmSync(draft)
      return () => {
        if (read(path) === words) rmSync(path, { force: true })
      }
    } catch (error) {
      rmSync(draft, { force: true })
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw fileSystemError(error, folder)
    }
    const found = read(path)
    const owner = readLiveLock(path)
    if (owner) {
      throw new StartError(`Standfirst already runs on this data: ${owner.address} (process ${owner.pid}).`)
    }
    removeStale(path, found)
  }
  throw new StartError(`${path} cannot be taken: several starts are fighting over it.`)
}

/** Moved away first and looked at again: between reading and removing it another start may have taken the place. */
function removeStale(path: string, found: string | null): void {
  const aside = `${path}.stale-${process.pid}`
  try {
    renameSync(path, aside)
    if (read(aside) !== found && !existsSync(path)) linkSync(aside, path)
    rmSync(aside, { force: true })
  } catch {
    // Somebody else removed it.
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const secretNames = ['NEXTAUTH_SECRET', 'INTERNAL_SECRET'] as const
const keyNames = ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY'] as const
const names = [...secretNames, ...keyNames]

/**
 * The secrets of this newsroom, made on the first run and readable by the owner only: 32 random bytes each, and the pair of keys by which
 * push services know it.
 */
export function readSecrets(folder: string): Record<(typeof names)[number], string> {
  const path = join(folder, 'secrets.json')
  const kept = parseSecrets(path)
  const missing = names.filter((name) => kept[name] === undefined)
  if (missing.length === 0) return kept as Record<(typeof names)[number], string>
  const made = Object.fromEntries(secretNames.map((name) => [name, randomBytes(32).toString('base64url')]))
  // One of two keys is of no use.
  const isPairKept = keyNames.every((name) => kept[name] !== undefined)
  const secrets = { ...made, ...kept, ...(isPairKept ? {} : makeKeys()) } as Record<(typeof names)[number], string>
  writePrivate(path, secrets)
  return secrets
}

/**
 * The keys of the source register as SOURCE_KEY has them, from a file with one on each line; made on the first run. It lies by itself,
 * because it is kept apart from every copy of the database: with both, anybody reads the names.
 */
export function readSourceKey(folder: string): string {
  const path = join(folder, 'source.key')
  const kept = read(path)
  if (kept === null && !existsSync(path)) {
    const made = randomBytes(32).toString('base64url')
    writePrivateText(path, `${made}\n`)
    return made
  }
  const keys = (kept ?? '').split('\n').filter(Boolean)
  if (keys.length > 0 && keys.every((key) => /^[\w-]{43}$/.test(key))) return keys.join(',')
  throw new StartError(`${path} is damaged: bring it back from its copy. Nobody can open the sources without it.`)
}

function makeKeys(): Record<(typeof keyNames)[number], string> {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  return { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey }
}

function parseSecrets(path: string): Record<string, string> {
  if (!existsSync(path)) return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new StartError(`${path} is damaged: bring it back, or remove it (everybody then signs in again).`)
    }
    throw fileSystemError(error, path)
  }
}

/** Writes JSON that only the owner can read, whole or not at all. */
export function writePrivate(path: string, content: unknown): void {
  writePrivateText(path, `${JSON.stringify(content, null, 2)}\n`)
}

function writePrivateText(path: string, text: string): void {
  try {
    writeFileSync(`${path}.new`, text, { mode: 0o600 })
    renameSync(`${path}.new`, path)
  } catch (error) {
    throw fileSystemError(error, path)
  }
}
