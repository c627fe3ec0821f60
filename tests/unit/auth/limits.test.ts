import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LIMITS, printLimits } from '@/lib/auth/limits'

test('docs/limits.md says what lib/auth/limits.ts says', () => {
  expect(readFileSync(join(import.meta.dirname, '../../../docs/limits.md'), 'utf8')).toBe(printLimits())
})

test('no two limits share a counter', () => {
  const names = Object.values(LIMITS).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
