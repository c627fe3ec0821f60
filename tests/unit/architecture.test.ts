import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const words = readFileSync('ARCHITECTURE.md', 'utf8')

/** What stands in backticks and looks like a path of ours: it has a slash or an ending, and no spaces, braces or addresses. */
function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')
  const linked = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '')
  const ours =
    /^(?:\.\/)?(?:(?:app|components|lib|prisma|tests|scripts|docs|public|\.ci)(?:\/[\w@.()[\]-]+)*\/?|[\w.-]+\.(?:ts|tsx|js|mjs|json|md))$/
  return [...new Set([...quoted, ...linked].filter((text) => ours.test(text)))]
}

test('ARCHITECTURE.md names files', () => {
  expect(pathsIn(words).length).toBeGreaterThan(10)
})

test.each(pathsIn(words))('%s, named in ARCHITECTURE.md, exists', (path) => {
  const isFileName = !path.includes('/')
  expect(existsSync(path) || (isFileName && existsSync(`docs/${path}`))).toBe(true)
})

test('whoever puts another module in the place of one of the app’s has a process alone: the others share theirs', () => {
  const files = readdirSync('tests/integration', { recursive: true, encoding: 'utf8' })
  const replacing = files.filter(
    (file) => file.endsWith('.test.ts') && /\bvi\.mock\(/.test(readFileSync(`tests/integration/${file}`, 'utf8')),
  )
  expect(replacing).not.toEqual([])
  expect(replacing.filter((file) => !file.endsWith('.alone.test.ts'))).toEqual([])
})
