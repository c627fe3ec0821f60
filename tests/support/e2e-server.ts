import { readFileSync, rmSync } from 'node:fs'
import { startServer } from '@/tests/support/server-process'

/** Before all browser tests: the real start, on an empty data folder, with the sample newsroom. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const { E2E_URL: url, E2E_DATA_DIR: folder, E2E_OWN_SERVER: own } = process.env
  if (!own || !url || !folder) return undefined
  const server = await startServer({ folder, port: Number(new URL(url).port) }, 600)
  return async () => {
    await server.stop()
    if (process.exitCode) console.log(server.output(), readFileSync(`${folder}/postgres.log`, 'utf8').slice(-4000))
    rmSync(folder, { recursive: true, force: true })
  }
}
