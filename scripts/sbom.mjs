// npm run sbom [file]: writes down what the app is made of, as CycloneDX, for whoever looks for packages with known holes. It is npm's own
// command, made from the lock file: nothing has to be installed and nobody is asked.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const file = resolve(process.argv[2] ?? 'sbom.cdx.json')
const npm = process.env.npm_execpath
const parameters = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only']
const { status, stdout, stderr } = npm
  ? spawnSync(process.execPath, [npm, ...parameters], { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 })
  : spawnSync('npm', parameters, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64_000_000,
      shell: process.platform === 'win32',
    })
if (status !== 0) {
  console.error(stderr || 'npm could not be started.')
  process.exit(1)
}
const written = JSON.parse(stdout)
// Not `--omit=dev`: with that npm leaves out, too, what ships and is also needed by something that does not. The lock file knows.
const { packages } = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8'))
const shipped = new Set(
  Object.entries(packages)
    .filter(([, { dev }]) => !dev)
    .map(
      ([place, { version }]) =>
        `${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`,
    ),
)
written.components = written.components
  .filter(({ name, version }) => shipped.has(`${name}@${version}`))
  .map((each) => ({
    ...each,
    properties: each.properties.filter(({ name }) => name !== 'cdx:npm:package:development'),
  }))
const refs = new Set([written.metadata.component, ...written.components].map((each) => each['bom-ref']))
written.dependencies = written.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }))
// npm calls the app by the name of its folder here.
written.metadata.component.name = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')).name
writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`)
console.log(`${written.components.length} packages are written down in ${file}.`)
