import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/security.md'), 'utf8')
const named = [...page.matchAll(/`(tests\/[\w./-]+)` “([^”]+)”/g)].map(([, file = '', title = '']) => ({ file, title }))

test('docs/security.md names tests', () => {
  expect(named.length).toBeGreaterThan(40)
  // Each test that is named is named with its file.
  expect(page.match(/`tests\/[^`]+`/g)).toHaveLength(named.length)
})

test.each(named)('“$title”, named in docs/security.md, is a test of $file', ({ file, title }) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(title)
})
