import { log } from '@/lib/log'
import { runningJobs } from './running-jobs'

/** Has alerts sent now instead of within the minute. Call it after the commit. Never throws, as `nudgeMail`. */
export async function nudgeAlerts(): Promise<void> {
  try {
    await runningJobs()?.send('deliver-alerts', {})
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.message : String(error) }, 'alerts were not nudged')
  }
}
