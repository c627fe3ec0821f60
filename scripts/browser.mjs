// Finds a Chromium for the browser tests: one of the machine's, else Playwright's own, else the distribution's package.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The path of a Chromium that starts.
 *
 * @returns {Promise<string>}
 */
export async function findBrowser() {
  const { CHROMIUM_PATH: wanted } = process.env
  if (wanted) {
    if (starts(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH names ${wanted}, which does not start.`)
  }
  const { chromium } = await import('@playwright/test')
  const found = [...known, chromium.executablePath()].find(starts)
  if (found) return found
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], 300)
  if (starts(chromium.executablePath())) return chromium.executablePath()
  if (isRoot() && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update'], 120)
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 300)
    if (starts('/usr/bin/chromium')) return '/usr/bin/chromium'
  }
  throw new Error('There is no Chromium: install one, or set CHROMIUM_PATH to one.')
}

/** @param {string} path */
function starts(path) {
  return existsSync(path) && run(path, ['--version'], 30)
}

/**
 * @param {string} command
 * @param {string[]} parameters
 * @param {number} seconds
 */
function run(command, parameters, seconds) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, parameters, { env, stdio: 'ignore', timeout: seconds * 1000 }).status === 0
}

function isRoot() {
  return process.getuid?.() === 0
}
