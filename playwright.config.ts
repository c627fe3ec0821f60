import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { scratchFolder } from './tests/support/scratch-folder'

// A server that runs already is tested with E2E_URL=http://localhost:3000 E2E_DATA_DIR=.data; else tests/support/e2e-server.ts starts one.
// Workers inherit these settings from the process that reads this file first.
if (!process.env.E2E_URL) {
  process.env.E2E_OWN_SERVER = '1'
  process.env.E2E_URL = `http://localhost:${20_000 + Math.floor(Math.random() * 10_000)}`
  process.env.E2E_DATA_DIR = scratchFolder()
  process.env.NEXT_DIST_DIR ||= '.next-test'
  // Tests play the sites behind these names: tests/e2e/outside-links.spec.ts, tests/e2e/embeds.spec.ts, tests/e2e/breaking.spec.ts,
  // tests/e2e/tokens.spec.ts, tests/e2e/sign-in-ways.spec.ts.
  // Their ports are below those that a system hands out to connections, or one of these may have it already.
  process.env.OUTGOING_TEST_HOSTS = ['board.test', 'social.test', 'push.test', 'hook.test', 'house.test']
    .map((host, index) => `${host}=127.0.0.1:${10_000 + 2000 * index + Math.floor(Math.random() * 2000)}`)
    .join(',')
}

const chromium =
  process.env.CHROMIUM_PATH ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path))

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/e2e-server.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // scripts/test.mjs gives a whole run one more attempt, and names what needed it.
  retries: 0,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
  use: {
    baseURL: process.env.E2E_URL,
    browserName: 'chromium',
    trace: 'off',
    screenshot: 'only-on-failure',
    // Without a graphics card each frame of whatever moves, such as a grey line where words will be, is drawn by the processor, which
    // is then late with what the test waits for. tests/e2e/keyboard.spec.ts and tests/e2e/presence.spec.ts have things move.
    reducedMotion: 'reduce',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Each test has browsers of its own, which live for seconds: fewer processes, and nothing in store for later.
        '--in-process-gpu',
        '--disable-extensions',
        // No page lives long enough to win back what the compilers that optimise cost: a tenth of all that the browser does.
        '--js-flags=--no-opt,--no-maglev',
        '--disable-features=PaintHolding,Translate,BackForwardCache,MediaRouter,OptimizationHints',
      ],
    },
  },
})
