import type PgBoss from 'pg-boss'

const key = Symbol.for('standfirst.jobs')
const kept = globalThis as unknown as { [key]?: PgBoss }

/** The queue of this process; undefined where no jobs run: in scripts and tests. On globalThis, because server and pages are bundled apart. */
export function runningJobs(): PgBoss | undefined {
  return kept[key]
}

export function keepRunningJobs(boss: PgBoss | undefined): void {
  if (boss) kept[key] = boss
  else delete kept[key]
}
