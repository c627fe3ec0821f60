// The number of a process is given to another one sooner or later; together with its start it names one process only.
// Plain JavaScript: it is asked before packages are installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * When the process started, in words that are the same whenever they are asked for; null when there is no such process.
 *
 * @param {number} pid
 * @returns {string | null}
 */
export function startMark(pid) {
  if (existsSync('/proc/self/stat')) {
    try {
      // The name of the program stands in brackets and may itself hold brackets and spaces.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')
      const [state, ticks] = [fields[0], fields[19]]
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      return state === 'Z' || ticks === undefined ? null : `${boot} ${ticks}`
    } catch {
      return null
    }
  }
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null
}

/**
 * The process that wrote a lock file, if it still runs.
 *
 * @param {string} path
 * @returns {{ pid: number, address: string } | null}
 */
export function readLiveLock(path) {
  try {
    const { pid, mark, address } = JSON.parse(readFileSync(path, 'utf8'))
    return startMark(pid) === mark ? { pid, address } : null
  } catch {
    return null
  }
}
