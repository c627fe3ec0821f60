import { brokenPromises, crowd as gather } from '@/tests/support/session/crowd'
import { percentile } from './percentile'

const SHAKY = { dropsRequest: 0.05, dropsAnswer: 0.05, repeats: 0.05, breaksStream: 0.02, delay: 60 }

/** Twenty people, two server processes on one database, a shaky network, kill -9: all end with one article and every letter. */
export async function crowd(isSmall: boolean): Promise<Record<string, number>> {
  const edits = isSmall ? 1_000 : 10_000
  console.log(isSmall ? 'About a minute.' : 'About six minutes.')
  const report = await gather({
    people: 20,
    edits,
    processes: 2,
    kills: isSmall ? 1 : 4,
    seed: 3,
    weather: SHAKY,
    pause: 8,
    onProgress: (done) => console.log(`${done} of ${edits} edits`),
  })
  const broken = brokenPromises(report)
  for (const sentence of broken) console.error(sentence)
  if (broken.length > 0) process.exitCode = 1
  return {
    people: 20,
    edits,
    kills: report.kills,
    broken: broken.length,
    lettersTyped: report.letters.typed.size,
    steps: report.version,
    seconds: Math.round(report.seconds),
    acknowledgedMillisecondsP95: percentile(report.acknowledgedAfter, 95),
  }
}
