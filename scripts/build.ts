// Builds the app when something that it is built from has changed since the last time.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFolder } from '@/scripts/data-folder'
import { fileSystemError, StartError } from '@/scripts/start-error'

const sources = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'next.config.js',
  'postcss.config.mjs',
  'package-lock.json',
  'prisma/schema.prisma',
]
const generated = 'lib/db/generated'
const secretNames = ['DATABASE_URL', 'NEXTAUTH_SECRET', 'INTERNAL_SECRET', 'SMTP_URL', 'SOURCE_KEY']

/** Where Next keeps the build: .next, or NEXT_DIST_DIR. */
function buildFolder(): string {
  return process.env.NEXT_DIST_DIR || '.next'
}

/** True when the app has to be built before it can be served. */
export function isBuildStale(): boolean {
  const mark = join(buildFolder(), 'standfirst-sources')
  return !existsSync(mark) || readFileSync(mark, 'utf8') !== hashSources()
}

/** Builds once, however many processes ask. Throws StartError after printing what the build said. */
export async function buildApp(): Promise<void> {
  const unlock = await waitForLock()
  try {
    const hash = hashSources()
    const mark = join(buildFolder(), 'standfirst-sources')
    if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
    rmSync(mark, { force: true })
    await runBuild()
    writeFileSync(mark, hash)
  } catch (error) {
    throw fileSystemError(error, buildFolder())
  } finally {
    unlock()
  }
}

async function waitForLock(): Promise<() => void> {
  mkdirSync(buildFolder(), { recursive: true })
  for (;;) {
    try {
      return lockFolder(buildFolder(), 'build')
    } catch (error) {
      if (!(error instanceof StartError) || !error.message.includes('already runs')) throw error
      await sleep(500)
    }
  }
}

function runBuild(): Promise<void> {
  // What the build sees may end up in files that go to browsers: it does not see the secrets.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !secretNames.includes(name)))
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const stop = () => child.kill()
    process.once('exit', stop)
    const said: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => said.push(piece))
    child.stderr.on('data', (piece: Buffer) => said.push(piece))
    child.once('error', reject)
    child.once('close', (status) => {
      process.off('exit', stop)
      if (status === 0) return resolve()
      const words = Buffer.concat(said).toString()
      console.error(`\n${words.trim()}\n`)
      reject(
        new StartError(
          /ENOSPC|No space left/.test(words)
            ? 'The disk is full: make room and start again.'
            : 'The app could not be built: the lines above say why.',
        ),
      )
    })
  })
}

function hashSources(): string {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(listFiles)) hash.update(`${path}\0`).update(readFileSync(path)).update('\0')
  return hash.update(process.version).digest('hex')
}

function listFiles(path: string): string[] {
  if (!existsSync(path) || path === generated) return []
  const entries = readFolder(path)
  if (!entries) return [path]
  return entries.sort().flatMap((name) => listFiles(join(path, name)))
}

function readFolder(path: string): string[] | null {
  try {
    return readdirSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return null
    throw error
  }
}

if (process.argv[1] === import.meta.filename) await buildApp()
