import { readdirSync, readFileSync } from 'node:fs'

/** What a family of processes takes of the machine. Zero where /proc does not tell: only Linux does. */
export type Family = { memoryMegabytes(): number; cpuMilliseconds(): number }

const KIBIBYTES_A_MEGABYTE = 1_000_000 / 1_024
const PAGE_KIBIBYTES = 4

/**
 * A process and all that it began, now and later.
 * @param without the first process of a family below it that is counted by itself
 */
export function familyOf(pid: number, without?: number): Family {
  return {
    memoryMegabytes: () => Math.round(sum(membersOf(pid, without), kibibytesOf) / KIBIBYTES_A_MEGABYTE),
    cpuMilliseconds: () => sum(membersOf(pid, without), cpuMillisecondsOf),
  }
}

function membersOf(pid: number, without?: number): number[] {
  // A child is listed by the thread that began it, which need not be the first.
  const children = tasksOf(pid).flatMap((task) => read(`/proc/${pid}/task/${task}/children`).match(/\d+/g) ?? [])
  return [
    pid,
    ...children
      .map(Number)
      .filter((child) => child !== without)
      .flatMap((child) => membersOf(child)),
  ]
}

function tasksOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number)
  } catch {
    return []
  }
}

/** What several of them share, as PostgreSQL's do, is counted once where Linux says how much it is (PSS), else in each (RSS). */
function kibibytesOf(pid: number): number {
  const shared = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1]
  return shared === undefined ? Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE_KIBIBYTES : Number(shared)
}

/** Time on a core, of threads that have not ended. It does not grow while others have the cores, so it tells costs on a busy machine, too. */
function cpuMillisecondsOf(pid: number): number {
  return sum(tasksOf(pid), (task) => Number(read(`/proc/${pid}/task/${task}/schedstat`).split(' ')[0] ?? 0)) / 1_000_000
}

function sum(values: readonly number[], of: (value: number) => number): number {
  return values.reduce((total, value) => total + of(value), 0)
}

/** Empty where it is not ours to read, or the process has ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
