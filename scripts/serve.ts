// What npm start does once packages are there: database, newsroom, build, server. One process; PostgreSQL is its child.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { closeDatabase } from '@/lib/db/database'
import { InvalidEnvironment, parseEnvironment } from '@/lib/env'
import { buildApp, isBuildStale } from '@/scripts/build'
import { lockFolder, openDataFolder, readSecrets, readSourceKey, writePrivate } from '@/scripts/data-folder'
import { type Newsroom, prepareNewsroom, type SignIn } from '@/scripts/newsroom-database'
import { claimablePort } from '@/scripts/port'
import { type RunningPostgres, startPostgres } from '@/scripts/postgres'
import { step } from '@/scripts/progress.mjs'
import { StartError } from '@/scripts/start-error'

const databaseName = 'standfirst'
/** What has to be undone when we stop, last one first. */
const undo: (() => Promise<void> | void)[] = []
let stopping: { at: number } | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
// Whoever read what we say may be gone, as a terminal that was closed: saying that would fail again, and again.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
process.on('unhandledRejection', (reason) => console.error('A promise failed and nobody was looking:', reason))
process.on('uncaughtException', (error) => void fail(error))

try {
  await serve()
} catch (error) {
  await fail(error)
}

async function serve(): Promise<void> {
  const { isEmpty, isDev } = readParameters(process.argv.slice(2))
  const folder = resolve(process.env.DATA_DIR || '.data')
  openDataFolder(folder)
  const { port, siteUrl } = readSettings(folder)
  undo.push(lockFolder(folder, siteUrl))
  await claimablePort(port)
  const url = await databaseUrl(folder)
  undo.push(closeDatabase)
  const building = !isDev && isBuildStale() ? step('Building the app', buildApp) : Promise.resolve()
  const [newsroom] = await Promise.all([prepare(folder, url, isEmpty), building])
  const { startServer } = await import('@/scripts/server')
  const server = await startServer({ port, dev: isDev, onStart: runJobs })
  undo.push(() => server.close())
  greet(folder, siteUrl, newsroom)
}

/** --empty: no sample newsroom. --dev: pages are compiled as they are asked for, which `npm run dev` says. */
function readParameters(parameters: string[]): { isEmpty: boolean; isDev: boolean } {
  const unknown = parameters.find((parameter) => parameter !== '--empty' && parameter !== '--dev')
  if (unknown) throw new StartError(`${unknown} means nothing here: the only choice is npm start -- --empty.`)
  return { isEmpty: parameters.includes('--empty'), isDev: parameters.includes('--dev') }
}

/** Puts every setting into process.env, where Next, next-auth and lib/env.ts look for them. */
function readSettings(folder: string): { port: number; siteUrl: string } {
  const { env } = process
  const secrets = readSecrets(folder)
  env.NEXTAUTH_SECRET ||= secrets.NEXTAUTH_SECRET
  env.INTERNAL_SECRET ||= secrets.INTERNAL_SECRET
  if (!env.VAPID_PUBLIC_KEY || !env.VAPID_PRIVATE_KEY) {
    env.VAPID_PUBLIC_KEY = secrets.VAPID_PUBLIC_KEY
    env.VAPID_PRIVATE_KEY = secrets.VAPID_PRIVATE_KEY
  }
  env.SOURCE_KEY ||= readSourceKey(folder)
  env.MEDIA_DIR = resolve(env.MEDIA_DIR || join(folder, 'media'))
  // The embedded database has no address yet; what matters here is everything else.
  const settings = parseEnvironment({ ...env, DATABASE_URL: env.DATABASE_URL || 'postgresql://localhost/later' })
  env.PORT = String(settings.PORT)
  env.SITE_URL = settings.SITE_URL
  env.NEXTAUTH_URL = settings.SITE_URL
  return { port: settings.PORT, siteUrl: settings.SITE_URL }
}

async function databaseUrl(folder: string): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  let postgres = await step('Starting PostgreSQL', () => startPostgres({ folder }))
  undo.push(() => postgres.stop())
  void keepRunning(folder, postgres, (next) => {
    postgres = next
  })
  return postgres.url(databaseName)
}

/** A database that ends by itself is started again; readers meanwhile get what the reader cache holds. */
async function keepRunning(
  folder: string,
  first: RunningPostgres,
  onNext: (next: RunningPostgres) => void,
): Promise<void> {
  let current = first
  for (let tries = 0; ; ) {
    console.error(await current.ended)
    if (stopping) return
    await sleep(Math.min(30_000, 500 * 2 ** tries))
    if (stopping) return
    try {
      current = await startPostgres({ folder, port: first.port })
      onNext(current)
      tries = 0
      console.error('PostgreSQL runs again.')
    } catch (error) {
      tries++
      console.error(error instanceof Error ? error.message : error)
    }
  }
}

function prepare(folder: string, url: string, isEmpty: boolean): Promise<Newsroom> {
  const signInsPath = join(folder, 'sign-ins.json')
  return step('Preparing the newsroom', () =>
    prepareNewsroom(url, isEmpty, (signIns) => writePrivate(signInsPath, signIns)),
  )
}

async function runJobs(): Promise<() => Promise<void>> {
  const { startJobs } = await import('@/lib/jobs/start-jobs')
  const jobs = await startJobs()
  return () => jobs.stop()
}

function greet(folder: string, siteUrl: string, { signIns, setUpPath }: Newsroom): void {
  const path = join(folder, 'sign-ins.json')
  const lines = [`Readers   ${siteUrl}`, `Newsroom  ${siteUrl}/desk`]
  if (setUpPath)
    lines.push('', `Make the first administrator here (the link works once): ${new URL(setUpPath, siteUrl)}`)
  if (signIns) lines.push('', ...table(signIns), '', `These sign-ins are kept in ${path}.`)
  else if (existsSync(path)) lines.push('', `The sign-ins of the sample newsroom are in ${path}.`)
  lines.push('', 'Ctrl-C stops it.')
  console.log(`\n${lines.map((line) => (line ? `  ${line}` : '')).join('\n')}\n`)
}

function table(signIns: SignIn[]): string[] {
  const rows = [
    ['Role', 'Name', 'E-mail', 'Password'],
    ...signIns.map(({ role, name, email, password }) => [role.toLowerCase(), name, email, password]),
  ]
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(width(column)))
      .join('  ')
      .trimEnd(),
  )
}

/** A terminal and npm may both pass on the same Ctrl-C; only a later one means that somebody is tired of waiting. */
function onSignal(): void {
  if (!stopping) void stop(0)
  else if (Date.now() - stopping.at > 1000) process.exit(1)
}

async function fail(error: unknown): Promise<void> {
  const isExpected = error instanceof StartError || error instanceof InvalidEnvironment
  if (!stopping) console.error(isExpected ? `\n${error.message}` : error)
  await stop(1)
}

async function stop(status: number): Promise<void> {
  if (stopping) return
  stopping = { at: Date.now() }
  for (const step of undo.reverse()) {
    try {
      await Promise.race([step(), sleep(10_000)])
    } catch (error) {
      console.error(error)
    }
  }
  process.exit(status)
}
