import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'

export type Load = {
  answers: number
  requestsPerSecond: number
  /** Milliseconds. */
  p50: number
  p95: number
  p99: number
}

/** What one process asks for at the same time, each connection one thing after the other. */
const CONNECTIONS = 32

/** Which program asks: wrk, where the machine has it, else a process of our own, which takes more of the cores that the server needs. */
export const generator = spawnSync('wrk', ['--version']).error === undefined ? 'wrk' : 'own'

/**
 * Asks one address again and again, as fast as it is answered. Not pipelined: no browser does that.
 * @param seconds whole ones
 * @throws Error when an answer is no success
 */
export async function load(url: string, encoding: string, seconds: number): Promise<Load> {
  const folder = import.meta.dirname
  const [command, parameters]: [string, string[]] =
    generator === 'wrk'
      ? [
          'wrk',
          [
            '-t1',
            `-c${CONNECTIONS}`,
            `-d${seconds}s`,
            '-s',
            join(folder, 'report.lua'),
            '-H',
            `Accept-Encoding: ${encoding}`,
            url,
          ],
        ]
      : [
          process.execPath,
          ['--import', 'tsx', join(folder, 'load-process.ts'), url, encoding, String(seconds), String(CONNECTIONS)],
        ]
  const said = await run(command, parameters)
  const line = said.split('\n').findLast((each) => each.startsWith('{'))
  if (line === undefined) throw new Error(`${command} said nothing of use: ${said}`)
  const { failed, ...figures } = JSON.parse(line) as Load & { failed: number }
  if (failed > 0) throw new Error(`${url}: ${failed} answers were no success.`)
  return figures
}

function run(command: string, parameters: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (piece: Buffer) => {
      said += piece
    })
    child.once('error', reject)
    child.once('close', () => resolve(said))
  })
}
