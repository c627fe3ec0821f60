// Puts into package-lock.json the packages for other systems that a registry did not have when `npm install` wrote the file. npm leaves
// them out without a word, and then `npm ci` refuses the file, here and everywhere. Run it after `npm install`; a test notices when it is
// needed. Such an entry has no checksum until somebody runs `npm install` against a registry that has the package.
import { readFileSync, writeFileSync } from 'node:fs'

const path = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(path, 'utf8'))
const systems = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  openharmony: 'openharmony',
}
const processors = {
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  arm: 'arm',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  wasm32: 'wasm32',
}

let added = 0
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(place, name)) continue
    lock.packages[`node_modules/${name}`] = entryFor(name, range, entry)
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(
  added === 0 ? 'package-lock.json is complete.' : `Added ${added} packages for other systems to package-lock.json.`,
)

/** As Node looks for packages: in the package's own node_modules, then in those around it. */
function isLocked(place, name) {
  for (let around = place; ; around = around.slice(0, Math.max(0, around.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${around ? `${around}/` : ''}node_modules/${name}`]) return true
    if (around === '') return false
    if (!around.includes('/node_modules/')) around = ''
  }
}

function entryFor(name, range, parent) {
  const words = name.split('/').at(-1).split(/[-.]/)
  const find = (table) =>
    words.map((word) => table[word === 'armv7' || word === 'eabi' || word === 'gnueabihf' ? 'arm' : word]).find(Boolean)
  const [os, cpu] = [find(systems), find(processors)]
  const libc = words.includes('musl') || words.includes('musleabihf') ? 'musl' : os === 'linux' ? 'glibc' : undefined
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    ...(libc ? { libc: [libc] } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  }
}
