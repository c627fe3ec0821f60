import PgBoss from 'pg-boss'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { deliverMail } from '@/lib/mail/deliver-mail'
import { mergeNewWords } from '@/lib/search/merge-new-words'
import { keepRunningJobs } from './running-jobs'
import { tidyUp } from './tidy-up'

type Job = { queue: string; cron: string; run: () => Promise<unknown> }

const EVERY_MINUTE = '* * * * *'

/** For these somebody waits: lib/jobs/nudge-mail.ts and nudge-alerts.ts. What only the clock begins is looked for less often. */
const NUDGED = new Set(['deliver-mail', 'deliver-alerts'])
const SECONDS_BETWEEN_LOOKS = { nudged: 1, timed: 5 }

const jobs: readonly Job[] = [
  { queue: 'deliver-mail', cron: EVERY_MINUTE, run: deliverMail },
  { queue: 'deliver-alerts', cron: EVERY_MINUTE, run: deliverAlerts },
  { queue: 'tell-hub', cron: EVERY_MINUTE, run: tellHub },
  { queue: 'index-drafts', cron: EVERY_MINUTE, run: indexDrafts },
  { queue: 'merge-new-words', cron: EVERY_MINUTE, run: mergeNewWords },
  { queue: 'tidy-up', cron: '17 * * * *', run: tidyUp },
  { queue: 'tell-overdue', cron: EVERY_MINUTE, run: tellOverdue },
  { queue: 'remind-of-replies', cron: EVERY_MINUTE, run: remindOfReplies },
  // It looks for what waits since the last seven o'clock, so that a turn that was missed is made up for.
  { queue: 'mail-digests', cron: EVERY_MINUTE, run: mailDigests },
  { queue: 'forget-report-addresses', cron: '29 * * * *', run: forgetAddresses },
  { queue: 'make-diary-lines', cron: '23 * * * *', run: makeDiaryLines },
  // At night: each time that it finds something, a whole document is kept.
  { queue: 'fold-steps', cron: '41 3 * * *', run: foldSteps },
  { queue: 'read-link-titles', cron: EVERY_MINUTE, run: readLinkTitles },
  // Several times a night: each run takes a batch, and what was looked at is not due again.
  { queue: 'check-outside-links', cron: '5,20,35,50 1-4 * * *', run: checkOutsideLinks },
  { queue: 'check-posts', cron: '10,40 1-4 * * *', run: checkPosts },
  { queue: 'sweep-headline-words', cron: '11 5 * * *', run: sweepHeadlineWords },
  // Does nothing until a new key is put before the one that sealed.
  { queue: 'reseal-sources', cron: '47 * * * *', run: resealSources },
]

/**
 * Starts what runs beside requests, in the same database. With many processes each job still runs once for each turn.
 *
 * No job is the only memory of something that has to happen: each one looks for rows that wait. A lost queue loses nothing.
 */
export async function startJobs(): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: 'standfirst jobs',
    max: 3,
    retryLimit: 0,
    expireInMinutes: 10,
    archiveCompletedAfterSeconds: 60 * 60,
    archiveFailedAfterSeconds: 24 * 60 * 60,
    deleteAfterDays: 2,
  })
  boss.on('error', (error) => log.error({ error: error.message }, 'jobs'))
  await boss.start()
  for (const job of jobs) await startJob(boss, job)
  keepRunningJobs(boss)
  // Loaded when it runs: the articles bring the whole document with them.
  const { watchSchedules } = await import('@/lib/schedule/watch-schedules')
  const schedules = watchSchedules()
  const { watchWebhooks } = await import('@/lib/webhooks/watch-webhooks')
  const webhooks = watchWebhooks()
  return {
    stop: async () => {
      keepRunningJobs(undefined)
      await Promise.all([schedules.stop(), webhooks.stop()])
      await boss.stop({ graceful: true, wait: true, timeout: 10_000 })
    },
  }
}

async function startJob(boss: PgBoss, { queue, cron, run }: Job): Promise<void> {
  // At most one waits: whatever nudged it, the run that comes does everything there is.
  await boss.createQueue(queue, { name: queue, policy: 'short', retryLimit: 0 })
  const pollingIntervalSeconds = SECONDS_BETWEEN_LOOKS[NUDGED.has(queue) ? 'nudged' : 'timed']
  await boss.work(queue, { pollingIntervalSeconds }, async () => {
    try {
      await run()
    } catch (error) {
      log.error(
        { queue, error: error instanceof Error ? { message: error.message, stack: error.stack } : error },
        'a job failed',
      )
      throw error
    }
  })
  await boss.schedule(queue, cron)
}

/** Loaded when it runs: the articles bring the whole document with them, and mail should not wait for that. */
async function indexDrafts(): Promise<number> {
  const module = await import('@/lib/articles/index-drafts')
  return module.indexDrafts()
}

/** As above. */
async function deliverAlerts(): Promise<void> {
  const module = await import('@/lib/breaking/deliver-alerts')
  return module.deliverAlerts()
}

/** As above. */
async function tellHub(): Promise<number> {
  const module = await import('@/lib/websub/tell-hub')
  return module.tellHub()
}

/** As above. */
async function tellOverdue(): Promise<number> {
  const module = await import('@/lib/notifications/tell-overdue')
  return module.tellOverdue()
}

/** As above. */
async function remindOfReplies(): Promise<number> {
  const module = await import('@/lib/replies/remind-of-replies')
  return module.remindOfReplies()
}

/** As above. */
async function mailDigests(): Promise<number> {
  const module = await import('@/lib/notifications/mail-digests')
  return module.mailDigests()
}

/** As above. */
async function forgetAddresses(): Promise<number> {
  const module = await import('@/lib/reader-reports/forget-addresses')
  return module.forgetAddresses()
}

/** As above. */
async function makeDiaryLines(): Promise<number> {
  const module = await import('@/lib/planning/diary/make-lines')
  return module.makeDiaryLines()
}

/** As above. */
async function foldSteps(): Promise<number> {
  const module = await import('@/lib/history/fold-steps')
  return module.foldSteps()
}

/** As above: the parser of pages is not small. */
async function readLinkTitles(): Promise<void> {
  const module = await import('@/lib/outside-links/read-titles')
  await module.readTitles()
}

/** As above. */
async function checkOutsideLinks(): Promise<number> {
  const module = await import('@/lib/outside-links/check-links')
  return module.checkLinks()
}

/** As above. */
async function checkPosts(): Promise<number> {
  const module = await import('@/lib/embeds/check-posts')
  return module.checkPosts()
}

/** As above. */
async function sweepHeadlineWords(): Promise<void> {
  const module = await import('@/lib/articles/sweep-headline-words')
  return module.sweepHeadlineWords()
}

/** As above. */
async function resealSources(): Promise<number> {
  const module = await import('@/lib/sources/reseal-sources')
  return module.resealSources()
}
