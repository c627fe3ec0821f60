import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const resolve = { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } }

const ALONE = 'tests/integration/**/*.alone.test.ts'
const integration = {
  globalSetup: ['tests/support/integration-server.ts'],
  setupFiles: ['tests/support/integration-file.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  resolve,
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], setupFiles: ['tests/support/unit-file.ts'] },
      },
      {
        resolve,
        test: {
          ...integration,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: [ALONE],
          // One process for all of its files: to load the app anew for each takes a third of the whole.
          isolate: false,
        },
      },
      // Those that put another module in the place of one of the app's.
      { resolve, test: { ...integration, name: 'integration-alone', include: [ALONE] } },
    ],
  },
})
