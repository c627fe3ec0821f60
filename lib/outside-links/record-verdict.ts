import { now } from '../clock'
import { database } from '../db/database'
import type { Verdict } from './verdict'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** On so many different days a link fails before it is called dead. */
const DAYS_UNTIL_DEAD = 3

/** After so many days of being turned away, nobody knows any more whether the page is there. */
const DAYS_UNTIL_UNCHECKABLE = 2

/** Less than a day, so that the next night's run finds it due. */
const NEXT_NIGHT = 20 * HOUR

type Checked = {
  id: string
  failedDays: number
  lastFailedAt: Date | null
  firstFailedAt: Date | null
  refusedSince: Date | null
}

const NOT_FAILED = { failedDays: 0, firstFailedAt: null, lastFailedAt: null }

/**
 * Writes down what a look at a link said. A success clears what was held against it; a day (UTC) counts once. So does being
 * turned away for days: what failed before that, or was dead, is then known no better than the rest.
 */
export async function recordVerdict(link: Checked, verdict: Verdict): Promise<void> {
  const at = now()
  await database().outsideLink.update({
    where: { id: link.id },
    data: { lastCheckedAt: at, lastStatus: verdict.status, ...outcomeOf(link, verdict, at) },
  })
}

function outcomeOf(link: Checked, verdict: Verdict, at: Date) {
  if (verdict.kind === 'ok') {
    const cleared = { ...NOT_FAILED, reason: null, refusedSince: null }
    return { ...cleared, status: 'OK' as const, lastOkAt: at, nextCheckAt: after(at, 7 * DAY) }
  }
  if (verdict.kind === 'refused') {
    const { reason } = verdict
    const refusedSince = link.refusedSince ?? at
    const isShut = daysBetween(refusedSince, at) >= DAYS_UNTIL_UNCHECKABLE
    if (!isShut) return { reason, refusedSince, nextCheckAt: after(at, NEXT_NIGHT) }
    return { ...NOT_FAILED, reason, refusedSince, status: 'UNCHECKABLE' as const, nextCheckAt: after(at, 30 * DAY) }
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
    refusedSince: null,
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

/** How often midnight (UTC) came between. */
function daysBetween(from: Date, to: Date): number {
  return (Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / DAY
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
