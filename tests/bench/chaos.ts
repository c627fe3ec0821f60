import { killRun } from '@/tests/support/kill-run'
import { percentile } from './percentile'

/** A hundred times kill -9 of everything while three people type and publish. */
export async function chaos(isSmall: boolean): Promise<Record<string, number>> {
  const kills = isSmall ? 8 : 100
  console.log(`${kills} kills, about ${Math.ceil((kills * 5) / 60) + 1} minutes.`)
  const report = await killRun(kills, 1, (done) => {
    if (done % 10 === 0) console.log(`${done} of ${kills}`)
  })
  for (const sentence of report.broken) console.error(sentence)
  if (report.broken.length > 0) process.exitCode = 1
  return {
    kills: report.kills,
    broken: report.broken.length,
    acknowledgedSaves: report.acknowledgedSaves,
    acknowledgedPublications: report.acknowledgedPublications,
    recoveryMillisecondsMedian: percentile(report.recoveries, 50),
    recoveryMillisecondsMost: percentile(report.recoveries, 100),
  }
}
