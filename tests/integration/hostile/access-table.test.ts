import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allWays } from '@/tests/support/access/doors'
import { printAccess } from '@/tests/support/access/print-access'

const PATH = join(import.meta.dirname, '../../../docs/access.md')

test('docs/access.md has every right and every door, and what each asks', async () => {
  const printed = printAccess(await allWays())
  if (process.env.UPDATE_DOCS) writeFileSync(PATH, printed)
  expect(readFileSync(PATH, 'utf8')).toBe(printed)
})
