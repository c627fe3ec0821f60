import { log } from '@/lib/log'
import { runningJobs } from './running-jobs'

/** Has the hub told now instead of within the minute. Call it after the commit. Never throws, as `nudgeMail`. */
export async function nudgeHub(): Promise<void> {
  try {
    await runningJobs()?.send('tell-hub', {})
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.message : String(error) }, 'the hub was not nudged')
  }
}
