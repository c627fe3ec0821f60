import { existsSync, readFileSync } from 'node:fs'
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
