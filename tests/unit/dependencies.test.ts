import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Locked {
  version?: string
  hasInstallScript?: boolean
  dev?: boolean
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

test('npm run sbom writes down every package that ships, with its version and its hash, and none that does not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-sbom-'))
  const file = join(folder, 'sbom.json')
  execFileSync(process.execPath, ['scripts/sbom.mjs', file], { stdio: 'pipe' })
  const sbom = JSON.parse(readFileSync(file, 'utf8')) as {
    bomFormat: string
    metadata: { component: { name: string; type: string } }
    components: { name: string; version: string; hashes?: { alg: string; content: string }[] }[]
  }
  rmSync(folder, { recursive: true })
  expect(sbom.bomFormat).toBe('CycloneDX')
  expect(sbom.metadata.component).toMatchObject({ name: 'standfirst', type: 'application' })
  const written = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`))
  const shipped = Object.entries(packages).flatMap(([place, { version, dev }]) =>
    place === '' || dev
      ? []
      : [`${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`],
  )
  expect([...written].sort()).toEqual([...new Set(shipped)].sort())
  // The lock knows no hash of packages for other systems that were never here.
  const hashed = sbom.components.filter(({ hashes = [] }) => hashes.some(({ alg }) => alg === 'SHA-512'))
  expect(hashed.length).toBeGreaterThan(written.size * 0.8)
  expect(hashed.map(({ name }) => name)).toEqual(expect.arrayContaining(['next', 'react', 'next-auth', 'zod']))
  expect([...written].some((each) => each.startsWith('vitest@'))).toBe(false)
}, 60_000)
