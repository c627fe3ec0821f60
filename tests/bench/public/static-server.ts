import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { freePort } from '@/tests/support/server-process'
import { type Family, familyOf } from './process-cost'

/** An answer of ours, byte for byte. */
export type Taken = { name: string; body: Buffer; headers: [string, string][] }

export type StaticServer = { kind: 'nginx' | 'node'; url: string; family: Family; stop(): void }

/**
 * A server of files that gives the same bytes under the same headers: nginx, one process, where the machine has it; else a bare server of node's
 * with the bytes in memory, which is no measure of a file server.
 * @param folder for files
 */
export async function startStaticServer(folder: string, answers: readonly Taken[]): Promise<StaticServer> {
  const port = await freePort()
  const files = join(folder, 'static')
  mkdirSync(join(files, 'temporary'), { recursive: true })
  for (const { name, body, headers } of answers) {
    writeFileSync(join(files, name), body)
    writeFileSync(join(files, `${name}.json`), JSON.stringify(headers))
  }
  const isThere = spawnSync('nginx', ['-v']).error === undefined
  const child = isThere ? startNginx(files, port, answers) : startNode(files, port)
  const url = `http://localhost:${port}`
  await answering(url, child, answers[0]?.name ?? '')
  return {
    kind: isThere ? 'nginx' : 'node',
    url,
    family: familyOf(child.pid ?? 0),
    stop: () => void child.kill('SIGTERM'),
  }
}

function startNginx(files: string, port: number, answers: readonly Taken[]): ChildProcess {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${files}/temporary/${name};`)
    .join(' ')
  const locations = answers.map(({ name, headers }) => {
    const type = headers.find(([header]) => header === 'content-type')?.[1] ?? 'text/plain'
    const added = headers
      .filter(([header]) => header !== 'content-type')
      .map(([header, value]) => `add_header ${header} "${value.replaceAll('"', '\\"')}";`)
    return `location = /${name} { default_type "${type}"; types {} ${added.join(' ')} }`
  })
  const settings = join(files, 'nginx.conf')
  writeFileSync(
    settings,
    `${process.getuid?.() === 0 ? 'user root;' : ''} worker_processes 1; pid ${files}/nginx.pid; error_log ${files}/error.log;
    events { worker_connections 512; }
    http {
      ${temporary} access_log off; server_tokens off; sendfile on; tcp_nopush on;
      keepalive_timeout 65; keepalive_requests 1000000000; open_file_cache max=100 inactive=600s; open_file_cache_valid 600s;
      server { listen ${port}; listen [::]:${port}; root ${files}; ${locations.join('\n')} }
    }`,
  )
  return spawn('nginx', ['-c', settings, '-p', files, '-g', 'daemon off;'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

function startNode(files: string, port: number): ChildProcess {
  const program = join(import.meta.dirname, 'static-process.ts')
  return spawn(process.execPath, ['--import', 'tsx', program, files, String(port)], { stdio: 'inherit' })
}

async function answering(url: string, child: ChildProcess, name: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await fetch(`${url}/${name}`).catch(() => null)
    if (answer?.ok) return
    if (child.exitCode !== null) break
    await pass(50)
  }
  child.kill('SIGTERM')
  throw new Error('The server of files does not answer.')
}
