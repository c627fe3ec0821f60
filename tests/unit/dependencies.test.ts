import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Locked {
  version?: string
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }

/** Below these versions there are known holes. */
const floors: Record<string, string> = {
  next: '16.3.3',
  react: '19.2.6',
  'react-dom': '19.2.6',
  'next-auth': '4.24.15',
  'prosemirror-view': '1.42.3',
  linkifyjs: '4.3.2',
  dompurify: '3.4.14',
  sharp: '0.35.4',
  nodemailer: '9.1.1',
  'fast-xml-parser': '5.5.7',
  'sanitize-html': '2.17.5',
}

/** Two copies of these would each have their own state: two schemas, two Reacts, two clients. */
const single = ['@prisma/client', 'pg', 'prosemirror-model', 'prosemirror-state', 'prosemirror-transform', 'zod']

function copiesOf(name: string): string[] {
  return Object.entries(packages)
    .filter(([place]) => place.endsWith(`node_modules/${name}`))
    .map(([, { version }]) => version ?? '')
}

function isAtLeast(version: string, floor: string): boolean {
  return version.localeCompare(floor, 'en', { numeric: true }) >= 0
}

test.each(Object.entries(floors))('%s is there once at most, at %s or later', (name, floor) => {
  const copies = copiesOf(name)
  expect(copies.length).toBeLessThanOrEqual(1)
  for (const version of copies) expect(isAtLeast(version, floor), version).toBe(true)
})

test.each(single)('there is one copy of %s', (name) => {
  expect(copiesOf(name)).toHaveLength(1)
})

test('every dependency is pinned to one version, and the lock has that version', () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+/)
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
  }
})

test('the parts of Prisma are of one version', () => {
  const version = manifest.dependencies.prisma
  for (const name of ['@prisma/client', '@prisma/adapter-pg', '@prisma/driver-adapter-utils']) {
    expect(manifest.dependencies[name], name).toBe(version)
  }
  expect(manifest.dependencies['@prisma/schema-engine-wasm']).toBe(
    packages['node_modules/@prisma/engines-version']?.version,
  )
})

test('every package that wants to run a script at installation is allowed or refused by name', () => {
  const wanting = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length))
  for (const name of wanting) expect(manifest.allowScripts, name).toHaveProperty([name])
})

test('the lock names the packages for every system, so that npm ci takes it (else: npm run complete-lockfile)', () => {
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter(
      (name) => !packages[`${place}/node_modules/${name}`] && !packages[`node_modules/${name}`],
    ),
  )
  expect(missing).toEqual([])
})

test('there is no Pages Router', () => {
  expect(['pages', 'src/pages'].filter((path) => existsSync(path))).toEqual([])
})
