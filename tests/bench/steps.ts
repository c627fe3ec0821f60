import { type CrowdReport, crowd } from '@/tests/support/session/crowd'
import { FINE } from '@/tests/support/session/network'
import { percentile } from './percentile'

/** Twenty people type in one article, each about four letters a second, for as long as a minute; one server process. */
export async function steps(isSmall: boolean): Promise<Record<string, number>> {
  const people = 20
  const report = await crowd({
    people,
    edits: isSmall ? 1_500 : 6_000,
    processes: 1,
    kills: 0,
    seed: 1,
    weather: FINE,
    pause: 25,
    onProgress: (edits) => console.log(`${edits} edits`),
  })
  const times = report.acknowledgedAfter
  return {
    people,
    seconds: Math.round(report.seconds),
    requests: times.length,
    steps: report.version,
    acknowledgedMillisecondsMedian: percentile(times, 50),
    acknowledgedMillisecondsP95: percentile(times, 95),
    acknowledgedMillisecondsP99: percentile(times, 99),
    ...perThousandSteps(report),
  }
}

function perThousandSteps({ database: { cpuSeconds, bytes }, log }: CrowdReport): Record<string, number> {
  const thousands = log.length / 1_000
  return {
    databaseKilobytesPerThousandSteps: Math.round(bytes / 1_000 / thousands),
    ...(cpuSeconds === null
      ? {}
      : { databaseCpuSecondsPerThousandSteps: Math.round((cpuSeconds / thousands) * 100) / 100 }),
  }
}
