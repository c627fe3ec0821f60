// What has to be there before any TypeScript can run: a Node that is new enough, npm's packages, Prisma's client.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readLiveLock } from './process-mark.mjs'
import { step } from './progress.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const leastNode = [20, 19]

/** Installs what is missing and writes Prisma's client when its schema changed. Exits with a sentence when it cannot. */
export async function preparePackages() {
  refuseOldNode()
  if (!areInstalled()) await install()
  await run(process.execPath, [join(root, 'scripts/generate.mjs')])
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [leastMajor, leastMinor] = leastNode
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return
  console.error(
    `Standfirst needs Node ${leastNode.join('.')} or newer; this is ${process.versions.node}. Get one from https://nodejs.org.`,
  )
  process.exit(1)
}

/**
 * Whether every package of package-lock.json is there in its version. npm writes the list of what it installed last, so an installation
 * that was cut off has none. Packages for other systems are optional and not looked for.
 */
function areInstalled() {
  const installed = readLock('node_modules/.package-lock.json')
  if (!installed) return false
  return Object.entries(readLock('package-lock.json') ?? {}).every(
    ([place, { version, optional, peer }]) => place === '' || optional || peer || installed[place]?.version === version,
  )
}

/** @param {string} path */
function readLock(path) {
  return existsSync(join(root, path)) ? JSON.parse(readFileSync(join(root, path), 'utf8')).packages : null
}

/** npm removes every package before it installs them, and a server that runs from them would break. */
async function install() {
  const server = readLiveLock(join(resolve(root, process.env.DATA_DIR || '.data'), 'lock.json'))
  if (server) {
    console.error(
      `Packages have to be installed anew: stop Standfirst on ${server.address} (process ${server.pid}) first.`,
    )
    process.exit(1)
  }
  await step('Installing packages', runNpm)
}

async function runNpm() {
  const npm = process.env.npm_execpath
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  if (npm?.endsWith('.js')) await run(process.execPath, [npm, ...options])
  else await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', options)
}

/**
 * Runs a command and shows what it said only when it fails, which ends this process.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @returns {Promise<void>}
 */
function run(command, parameters) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
    /** @type {Buffer[]} */
    const said = []
    child.stdout.on('data', (piece) => said.push(piece))
    child.stderr.on('data', (piece) => said.push(piece))
    child.once('error', (error) => fail(error.message))
    child.once('close', (status) => (status === 0 ? done() : fail(Buffer.concat(said).toString())))

    function done() {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop)
      resolve()
    }

    function stop() {
      child.kill()
      process.exit(1)
    }

    /** @param {string} words */
    function fail(words) {
      process.stdout.write('\n')
      console.error(words.trim())
      console.error(`"${[command, ...parameters].join(' ')}" failed in ${root}: the lines above say why.`)
      process.exit(1)
    }
  })
}
