import { log } from '@/lib/log'
import { runningJobs } from './running-jobs'

/**
 * Has queued mail sent now instead of within the minute. Call it after the commit. Never throws: what is not nudged is
 * found by the next sweep.
 */
export async function nudgeMail(): Promise<void> {
  try {
    await runningJobs()?.send('deliver-mail', {})
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.message : String(error) }, 'mail was not nudged')
  }
}
