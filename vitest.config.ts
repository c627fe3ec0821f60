import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const resolve = { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } }

const ALONE = 'tests/integration/**/*.alone.test.ts'
const integration = {
  globalSetup: ['tests/support/integration-server.ts'],
  setupFiles: ['tests/support/integration-file.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

/** Half a minute and more, each: whoever begins with them does not wait for the last of them alone. */
const LONG = /\/(?:crowd|kill|doors|schedules|embedded-postgres|walk|whole-site)\.test\.ts$/

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  resolve,
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongOnesFirst },
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
