import { now } from '../clock'
import { database } from '../db/database'
import type { Verdict } from './verdict'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** On so many different days a link fails before it is called dead. */
const DAYS_UNTIL_DEAD = 3

/** Less than a day, so that the next night's run finds it due. */
const NEXT_NIGHT = 20 * HOUR

type Checked = { id: string; failedDays: number; lastFailedAt: Date | null; firstFailedAt: Date | null }

/** Writes down what a look at a link said. A success clears what was held against it; a day (UTC) counts once. */
export async function recordVerdict(link: Checked, verdict: Verdict): Promise<void> {
  const at = now()
  await database().outsideLink.update({
    where: { id: link.id },
    data: { lastCheckedAt: at, lastStatus: verdict.status, ...outcomeOf(link, verdict, at) },
  })
}

function outcomeOf(link: Checked, verdict: Verdict, at: Date) {
  if (verdict.kind === 'ok') {
    const cleared = { reason: null, failedDays: 0, firstFailedAt: null, lastFailedAt: null }
    return { ...cleared, status: 'OK' as const, lastOkAt: at, nextCheckAt: after(at, 7 * DAY) }
  }
  if (verdict.kind === 'unclear') {
    const wait = Math.max(NEXT_NIGHT, Math.min((verdict.retryAfterSeconds ?? 0) * 1000, 30 * DAY))
    return { reason: verdict.reason, nextCheckAt: after(at, wait) }
  }
  const isNewDay = link.lastFailedAt === null || dayOf(link.lastFailedAt) !== dayOf(at)
  const failedDays = link.failedDays + (isNewDay ? 1 : 0)
  const isDead = failedDays >= DAYS_UNTIL_DEAD
  return {
    reason: verdict.reason,
    failedDays,
    status: isDead ? ('DEAD' as const) : ('FAILING' as const),
    firstFailedAt: link.firstFailedAt ?? at,
    lastFailedAt: at,
    nextCheckAt: after(at, isDead ? 7 * DAY : NEXT_NIGHT),
  }
}

function after(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds)
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
