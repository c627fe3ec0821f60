import { log } from '../log'
import { raiseAlarms } from './raise-alarms'
import { runDue } from './run-due'

const LOOK_EVERY_MILLISECONDS = 1_000
/** What is a minute late is no later for some seconds more. */
const ALARM_EVERY_LOOKS = 5

/**
 * Looks every second for what is due: in every process, on its own, with no queue that could be lost. The columns are the schedule;
 * whoever looks first does it.
 */
export function watchSchedules(): { stop(): Promise<void> } {
  let isStopped = false
  let wake = () => {}
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MILLISECONDS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function watch(): Promise<void> {
    for (let look = 0; !isStopped; look++) {
      await quietly(async () => {
        await runAllDue()
        if (look % ALARM_EVERY_LOOKS === 0) await raiseAlarms()
      })
      if (!isStopped) await rest()
    }
  }

  /** Each once: what a defect stops does not stop the others, and is tried again at the next look. */
  async function runAllDue(): Promise<void> {
    const tried = new Set<string>()
    for (let before = -1; !isStopped && tried.size > before; ) {
      before = tried.size
      await runDue(tried)
    }
  }

  const watching = watch()
  return {
    stop: async () => {
      isStopped = true
      wake()
      await watching
    },
  }
}

/** A database that is away for a while is a matter of course: the next look finds what is due. */
async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.message : String(error) }, 'schedules were not looked at')
  }
}
