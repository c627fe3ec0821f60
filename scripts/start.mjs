// npm start: everything from a fresh clone to a running newsroom. Plain JavaScript without dependencies, because there may be none yet;
// scripts/serve.ts does the rest, in this same process, so that a signal has one place to go.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { preparePackages } from './packages.mjs'

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
process.env.NODE_ENV = process.argv.includes('--dev') ? 'development' : 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
// A deprecation inside a package is for whoever works on the app to read, not for whoever starts it.
process.noDeprecation = true

await preparePackages()

const { register } = await import('tsx/esm/api')
register({ tsconfig: 'tsconfig.json' })
await import('./serve.ts')
