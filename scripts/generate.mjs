// Writes Prisma's client into lib/db/generated when prisma/schema.prisma changed since it was last written.
//
// Prisma's command fetches a native schema engine from the internet before it does anything, generating included, which needs none.
// Naming any existing file as that engine stops the fetch; migrations use the engine that is in node_modules (lib/db/migrations.ts).
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const schema = join(root, 'prisma/schema.prisma')
const generated = join(root, 'lib/db/generated')

if (isStale()) generate()

function isStale() {
  const client = join(generated, 'client.ts')
  if (!existsSync(client)) return true
  const written = statSync(client).mtimeMs
  return [schema, join(root, 'node_modules/prisma/package.json')].some((source) => statSync(source).mtimeMs > written)
}

function generate() {
  rmSync(generated, { recursive: true, force: true })
  const run = spawnSync(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
    cwd: root,
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(import.meta.url),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
    encoding: 'utf8',
  })
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}`)
    console.error('Prisma could not write its client into lib/db/generated.')
    process.exit(1)
  }
  const now = new Date()
  utimesSync(join(generated, 'client.ts'), now, now)
}
