// Programs that the tests need and npm does not have: the distribution's packages.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** @param {string} name of a package of Debian and its relatives; nothing happens where there is none of that name */
export function installFromDistribution(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  run('apt-get', ['update'], 120)
  run('apt-get', ['install', '-y', '--no-install-recommends', name], 300)
}

/**
 * Whether it ended well, and what it said.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {number} seconds
 */
export function run(command, parameters, seconds) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stdout, stderr } = spawnSync(command, parameters, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: seconds * 1000,
  })
  return { isDone: status === 0, said: `${stdout ?? ''}${stderr ?? ''}` }
}
