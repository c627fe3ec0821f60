// npm test: everything, from a fresh clone. Its last line is "N passed, N failed", and ", N skipped" when tests were skipped.
//
//   npm test -- static|unit|integration|e2e [file]     one part of it
//
// Each check counts as one, each test of Vitest and Playwright as one. Plain JavaScript, because packages may not be there yet.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.mjs'
import { preparePackages } from './packages.mjs'

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))

const parts = { static: testStatic, unit: testUnit, integration: testIntegration, e2e: testBrowser }
const [part, ...files] = process.argv.slice(2)
if (part !== undefined && !(part in parts)) {
  console.error(`${part} is no part of the tests: choose ${Object.keys(parts).join(', ')}, or nothing for all of them.`)
  process.exit(1)
}

/** The longest that a step may take before it counts as failed. */
const stepMinutes = 30
const buildFolder = '.next-test'
const scratch = mkdtempSync(join(tmpdir(), 'standfirst-test-'))
const env = cleanEnvironment()
const total = { passed: 0, failed: 0, skipped: 0 }
/** @type {boolean | undefined} */
let isBuilt
/** @type {import('node:child_process').ChildProcess | undefined} */
let running

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
await preparePackages()
for (const [name, test] of Object.entries(parts)) if (part === undefined || part === name) await test()
finish()

async function testStatic() {
  await check('format and lint', 'node_modules/@biomejs/biome/bin/biome', ['ci', '--colors=off'])
  // Writes the types of routes and styles that the compiler needs and git does not keep.
  await command(['node_modules/next/dist/bin/next', 'typegen'])
  await check('types', 'node_modules/typescript/bin/tsc', ['--noEmit', '--incremental', 'false', '-p', '.'])
  await check('unused code', 'node_modules/knip/bin/knip.js', ['--no-progress'])
}

async function testUnit() {
  await testWithVitest('unit')
}

async function testIntegration() {
  // Several of them start the app, at the same time: whoever asks for one file waits for its own build.
  if (files.length === 0) await build()
  await testWithVitest('integration')
}

/** Builds the app, once for all parts. */
async function build() {
  if (isBuilt !== undefined) return isBuilt
  rmSync(buildFolder, { recursive: true, force: true })
  isBuilt = await check('build', '--import', ['tsx', 'scripts/build.ts'])
  return isBuilt
}

async function testBrowser() {
  if (!(await build())) return report('browser tests', Date.now(), failedAtOnce('The app was not built.'))
  const started = Date.now()
  let browser
  try {
    browser = await findBrowser()
  } catch (error) {
    return report('browser tests', started, failedAtOnce(error instanceof Error ? error.message : String(error)))
  }
  const resultPath = join(scratch, 'e2e.json')
  const { status, said } = await command(
    // Among hundreds of tests on a busy machine one may meet what a browser does once in a thousand times: it is asked again, and named.
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--reporter=line,json',
      ...(files.length === 0 ? ['--retries=1'] : []),
      ...files,
    ],
    { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: resultPath },
  )
  report('browser tests', started, count(status, said, readPlaywright(resultPath)))
}

async function testWithVitest(project) {
  const started = Date.now()
  const resultPath = join(scratch, `${project}.json`)
  const { status, said } = await command([
    'node_modules/vitest/vitest.mjs',
    'run',
    ...[
      '--project',
      `${project}*`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${resultPath}`,
      ...files,
    ],
  ])
  report(`${project} tests`, started, count(status, said, readVitest(resultPath)))
}

async function check(name, program, parameters) {
  const started = Date.now()
  const { status, said } = await command([program, ...parameters])
  report(name, started, { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [], said })
  return status === 0
}

/** A run that ended badly has failed even when each single test says that it passed, or when there is no result at all. */
function count(status, said, result) {
  const counted = result ?? { passed: 0, failed: 0, skipped: [] }
  if (status !== 0 && counted.failed === 0) counted.failed = 1
  return { ...counted, said }
}

function failedAtOnce(said) {
  return { passed: 0, failed: 1, skipped: [], said }
}

function readVitest(path) {
  if (!existsSync(path)) return null
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'))
  const skipped = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => !['passed', 'failed'].includes(status)).map(({ fullName }) => fullName),
  )
  return { passed: numPassedTests, failed: numFailedTests, skipped }
}

function readPlaywright(path) {
  if (!existsSync(path)) return null
  const { stats, suites } = JSON.parse(readFileSync(path, 'utf8'))
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: suites.flatMap((suite) => titlesOf('skipped', suite)),
    unsteady: suites.flatMap((suite) => titlesOf('flaky', suite)),
  }
}

function titlesOf(wanted, { specs = [], suites = [] }) {
  const here = specs.filter(({ tests }) => tests.some(({ status }) => status === wanted)).map(({ title }) => title)
  return [...here, ...suites.flatMap((suite) => titlesOf(wanted, suite))]
}

function report(name, started, { passed, failed, skipped, unsteady = [], said }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped.length
  if (failed > 0) console.log(`\n${said.trim()}\n`)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  const words = inWords({ passed, failed, skipped: skipped.length })
  console.log(`${failed > 0 ? 'FAILED' : 'ok    '}  ${name.padEnd(20)} ${seconds.padStart(6)} s   ${words}`)
  for (const title of skipped) console.log(`        skipped: ${title}`)
  for (const title of unsteady) console.log(`        passed at the second attempt only: ${title}`)
}

function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function command(parameters, more = {}) {
  return new Promise((resolve) => {
    // A group of its own: whatever it started goes with it.
    running = spawn(process.execPath, parameters, {
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const child = running
    /** @type {Buffer[]} */
    const said = []
    child.stdout.on('data', (piece) => said.push(piece))
    child.stderr.on('data', (piece) => said.push(piece))
    const late = setTimeout(() => {
      said.push(Buffer.from(`\nStopped after ${stepMinutes} minutes.\n`))
      endGroup(child, 'SIGTERM')
      setTimeout(() => endGroup(child, 'SIGKILL'), 20_000).unref()
    }, stepMinutes * 60_000)
    const end = (status) => {
      clearTimeout(late)
      running = undefined
      resolve({ status, said: Buffer.concat(said).toString() })
    }
    child.once('error', (error) => {
      said.push(Buffer.from(error.message))
      end(1)
    })
    child.once('close', (status) => end(status ?? 1))
  })
}

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It has ended by itself.
  }
}

/** Nothing that happens to be set on this machine may decide what is tested. */
function cleanEnvironment() {
  const ours =
    /^(DATABASE_URL|TEST_DATABASE_URL|PORT|SITE_URL|SMTP_URL|MAIL_FROM|MEDIA_DIR|SOURCE_KEY|DATA_DIR|LOG_LEVEL|NODE_ENV|.*_SECRET|NEXTAUTH_.*|E2E_.*|PW_.*)$/
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name))
  return {
    ...Object.fromEntries(kept),
    NEXT_DIST_DIR: buildFolder,
    NEXT_TELEMETRY_DISABLED: '1',
    CI: '1',
    NO_COLOR: '1',
  }
}

function stop() {
  if (running) endGroup(running, 'SIGTERM')
  rmSync(scratch, { recursive: true, force: true })
  process.exit(1)
}

function finish() {
  rmSync(scratch, { recursive: true, force: true })
  console.log(`\n${inWords(total)}`)
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)
}
