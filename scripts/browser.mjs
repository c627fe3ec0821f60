// Finds a Chromium for the browser tests: one of the machine's, else Playwright's own, else the distribution's package.
import { existsSync } from 'node:fs'
import { installFromDistribution, run } from './distribution.mjs'

// The shell draws pages and has no windows: the same tests take it a third of the time.
const headlessShell = '/usr/bin/chromium-headless-shell'
const known = [
  headlessShell,
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
  if (process.env.CI && !existsSync(headlessShell)) installFromDistribution('chromium-headless-shell')
  const { chromium } = await import('@playwright/test')
  const found = [...known, chromium.executablePath()].find(starts)
  if (found) return found
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], 300)
  if (starts(chromium.executablePath())) return chromium.executablePath()
  installFromDistribution('chromium')
  if (starts('/usr/bin/chromium')) return '/usr/bin/chromium'
  throw new Error('There is no Chromium: install one, or set CHROMIUM_PATH to one.')
}

/** @param {string} path */
function starts(path) {
  return existsSync(path) && run(path, ['--version'], 30).isDone
}
