import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

type Scheduler = { child: ChildProcess; exited: Promise<void>; isWatching: Promise<void>; index: number }

/** Real processes with the real watcher on this process's database. The last one has a wall clock that jumps to and fro. */
export class Schedulers {
  private readonly running = new Map<number, Scheduler>()
  private readonly count: number
  /** What they logged, each sentence once. */
  readonly said = new Set<string>()
  /** Those that nobody killed. */
  readonly deaths: string[] = []

  constructor(count: number) {
    this.count = count
  }

  /** Starts those that do not run, and resolves when they watch. */
  async start(): Promise<void> {
    const starting = Array.from({ length: this.count }, (_, index) => this.running.get(index) ?? this.launch(index))
    await Promise.all(starting.map(({ isWatching }) => isWatching))
  }

  /** kill -9. False when it was down already. */
  kill(index: number): boolean {
    const scheduler = this.running.get(index)
    if (scheduler === undefined) return false
    this.running.delete(index)
    return scheduler.child.kill('SIGKILL')
  }

  killAll(): number {
    return Array.from({ length: this.count }, (_, index) => this.kill(index)).filter(Boolean).length
  }

  /** Asks them to end, and waits until they have. */
  async stop(): Promise<void> {
    const ending = [...this.running.values()]
    this.running.clear()
    for (const { child } of ending) child.kill('SIGTERM')
    await Promise.all(ending.map(({ exited }) => exited))
  }

  private launch(index: number): Scheduler {
    const isWrong = this.count > 1 && index === this.count - 1
    const here = (name: string) => join(import.meta.dirname, name)
    const child = spawn(
      process.execPath,
      [...['--import', 'tsx'], ...(isWrong ? ['--import', here('wrong-clock.ts')] : []), here('scheduler-process.ts')],
      { env: { ...process.env, LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let last = ''
    child.stderr.on('data', (piece: Buffer) => {
      last = piece.toString()
      for (const line of last.split('\n')) if (line.startsWith('{')) this.said.add(sentenceOf(line))
    })
    const exited = new Promise<void>((resolve) =>
      child.once('close', () => {
        if (this.running.get(index)?.child === child) {
          this.running.delete(index)
          this.deaths.push(`a watcher ended by itself: ${last.trim()}`)
        }
        resolve()
      }),
    )
    const isWatching = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
    const scheduler = { child, index, exited, isWatching: Promise.race([isWatching, exited]) }
    this.running.set(index, scheduler)
    return scheduler
  }
}

function sentenceOf(line: string): string {
  try {
    const { msg, error } = JSON.parse(line) as { msg?: string; error?: string }
    return `${msg}: ${error}`
  } catch {
    return line
  }
}
