// Loaded into the server while it is fuzzed: writes down what no request may bring about.
import childProcess from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const spawned = []
let isWatching = false

for (const name of ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync']) {
  const real = childProcess[name]
  childProcess[name] = (...given) => {
    if (isWatching) spawned.push(`${name} ${String(given[0])}`)
    return real(...given)
  }
}
syncBuiltinESMExports()

const plain = {}
const own = (object) => Object.getOwnPropertyNames(object).sort().join()
const before = [own(Object.prototype), own(Array.prototype), own(Function.prototype)].join(';')

process.on('SIGUSR2', () => {
  const after = [own(Object.prototype), own(Array.prototype), own(Function.prototype)].join(';')
  const inherited = []
  for (const key in plain) inherited.push(key)
  writeFileSync(
    process.env.WATCH_FILE,
    JSON.stringify({ isClean: before === after && inherited.length === 0, spawned }),
  )
  isWatching = true
})
