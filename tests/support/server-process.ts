// The real app as its own process, on a data folder of its own: what `npm start` runs once packages are there. Packages stay as they are,
// because installing them would pull this very test's own away.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

export interface ServerProcess {
  child: ChildProcess
  url: string
  /** Everything that it printed. */
  output(): string
  /** Resolves with the exit status, null when a signal ended it. */
  exited: Promise<number | null>
  /** Asks it to stop and waits until it has. */
  stop(): Promise<number | null>
}

export interface ServerOptions {
  folder: string
  port?: number
  env?: Record<string, string>
  parameters?: string[]
}

/** Starts it without waiting for anything. Settings of the surrounding process do not reach it. */
export async function launchServer({ folder, port, env = {}, parameters = [] }: ServerOptions): Promise<ServerProcess> {
  const chosen = port ?? (await freePort())
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts', ...parameters], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      ...process.env,
      ...withoutSettings(),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(chosen),
      DATA_DIR: folder,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => {
    said += piece
  })
  child.stderr.on('data', (piece: Buffer) => {
    said += piece
  })
  const exited = new Promise<number | null>((resolve) => child.once('close', (status) => resolve(status)))
  return {
    child,
    url: `http://localhost:${chosen}`,
    output: () => said,
    exited,
    stop() {
      child.kill('SIGTERM')
      return exited
    },
  }
}

function withoutSettings(): Record<string, undefined> {
  const settings =
    /^(DATABASE_URL|SITE_URL|SMTP_URL|MAIL_FROM|MEDIA_DIR|LOG_LEVEL|.*_SECRET|VAPID_.*|NEXTAUTH_.*|VITEST.*)$/
  const names = Object.keys(process.env).filter((name) => settings.test(name))
  return Object.fromEntries(names.map((name) => [name, undefined]))
}

/** Starts it and resolves when it serves. Throws with what it printed when it ends or takes longer than `seconds`. */
export async function startServer(options: ServerOptions, seconds = 240): Promise<ServerProcess> {
  const server = await launchServer(options)
  const giveUpAt = Date.now() + seconds * 1000
  while (!server.output().includes('Ctrl-C stops it.')) {
    if (server.child.exitCode !== null || server.child.signalCode !== null || Date.now() > giveUpAt) {
      server.child.kill('SIGTERM')
      throw new Error(`The server did not start:\n${server.output()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return server
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

export interface SignIn {
  role: string
  name: string
  email: string
  password: string
}

/** The sign-ins that a first run left in its data folder. */
export function readSignIns(folder: string): SignIn[] {
  const path = join(folder, 'sign-ins.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as SignIn[]) : []
}
