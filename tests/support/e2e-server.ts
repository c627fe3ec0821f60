import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inDatabase } from '@/tests/support/server-database'
import { type ServerProcess, startServer } from '@/tests/support/server-process'

/** Before all browser tests: the real start, on an empty data folder, with the sample newsroom. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const { E2E_URL: url, E2E_DATA_DIR: folder, E2E_OWN_SERVER: own } = process.env
  if (!own || !url || !folder) return undefined
  const server = await startServer({ folder, port: Number(new URL(url).port) }, 600)
  keepOutput(server, join(folder, SERVER_LOG))
  await waitForNoDisk()
  return async () => {
    await server.stop()
    if (process.exitCode) console.log(server.output(), readFileSync(`${folder}/postgres.log`, 'utf8').slice(-4000))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The database goes when the tests have run: nothing that it says is done need be on the disk before. */
async function waitForNoDisk(): Promise<void> {
  for (const statement of ['ALTER SYSTEM SET synchronous_commit = off', 'SELECT pg_reload_conf()'])
    await inDatabase(statement)
}

/** Where tests find what the server says of what they do. */
export const SERVER_LOG = 'server.log'

function keepOutput(server: ServerProcess, path: string): void {
  writeFileSync(path, server.output())
  for (const stream of [server.child.stdout, server.child.stderr])
    stream?.on('data', (piece: Buffer) => appendFileSync(path, piece))
}
