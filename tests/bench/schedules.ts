import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyMigrations } from '@/lib/db/migrations'
import { startThrowAwayPostgres } from '@/scripts/postgres'
import { scheduleChaos } from '@/tests/support/schedules/chaos'
import { scheduleDelays } from '@/tests/support/schedules/delays'
import { percentile } from './percentile'

/**
 * Two processes watch five hundred scheduled items through a daylight-saving change each way, kill -9, a downtime and clocks that jump;
 * then how late they are with nothing in their way, one item at a time and all in one minute.
 */
export async function schedules(isSmall: boolean): Promise<Record<string, number>> {
  const items = isSmall ? 40 : 500
  console.log(isSmall ? 'About a minute.' : 'About six minutes.')
  const chaos = await inNewDatabase(() =>
    scheduleChaos({
      items,
      kills: isSmall ? 8 : 60,
      minutes: isSmall ? 4 : 12,
      speed: isSmall ? 50 : 20,
      seed: 20270328,
      onProgress: (sentence) => console.log(Math.round(performance.now() / 1000), sentence),
    }),
  )
  for (const sentence of chaos.broken) console.error(sentence)
  for (const sentence of chaos.said) console.log(`logged: ${sentence}`)
  if (chaos.broken.length > 0) process.exitCode = 1
  const delays = await inNewDatabase(() => scheduleDelays(isSmall ? 5 : 40, items))
  return {
    items: chaos.items,
    kills: chaos.kills,
    exactlyOnce: chaos.right,
    broken: chaos.broken.length,
    wentOut: chaos.out,
    wentAway: chaos.away,
    calledOff: chaos.calledOff,
    calledOffTooLate: chaos.tooLate,
    couldNotGoAndAlarmedOnce: chaos.couldNot,
    latestSecondsDowntimeIncluded: chaos.latestSeconds,
    quietMillisecondsMedian: percentile(delays.quiet, 50),
    quietMillisecondsP95: percentile(delays.quiet, 95),
    quietMillisecondsMost: percentile(delays.quiet, 100),
    together: delays.together.length,
    togetherMillisecondsMedian: percentile(delays.together, 50),
    togetherMillisecondsP95: percentile(delays.together, 95),
    togetherMillisecondsMost: percentile(delays.together, 100),
  }
}

async function inNewDatabase<Result>(run: () => Promise<Result>): Promise<Result> {
  const postgres = await startThrowAwayPostgres()
  try {
    Object.assign(process.env, {
      DATABASE_URL: postgres.url('postgres'),
      NEXTAUTH_SECRET: 'only-for-the-bench-0123456789-0123456789',
      INTERNAL_SECRET: 'only-for-the-bench-9876543210-9876543210',
      MEDIA_DIR: mkdtempSync(join(tmpdir(), 'standfirst-bench-')),
      LOG_LEVEL: 'error',
    })
    await applyMigrations(postgres.url('postgres'))
    return await run()
  } finally {
    await postgres.stop()
  }
}
