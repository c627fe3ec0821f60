import { database, type Transaction } from '../db/database'
import { SESSION_BOUNDS, SIGN_IN } from '../settings/sign-in-settings'

/** How exact "last seen" is: it is written no more often than this. */
export const SEEN_SECONDS = 60

const HOUR_SECONDS = 60 * 60
const DAY_SECONDS = 24 * HOUR_SECONDS

/** No session outlives this, whatever the paper says later. */
export const LONGEST_SECONDS = SESSION_BOUNDS.absoluteDays.most * DAY_SECONDS

/**
 * How long sessions last: unused (`idleSeconds`) and from signing in on (`absoluteSeconds`). It is asked each time, and not written into
 * a session's row: what an administrator changes holds for those that are open already.
 */
export type SessionLimits = { idleSeconds: number; absoluteSeconds: number }

/** What the rows of two settings mean, as the database gives them. */
export function sessionLimitsOf(stored: { idleHours: unknown; absoluteDays: unknown }): SessionLimits {
  const { shape, defaults } = SIGN_IN
  return {
    idleSeconds: (shape.idleHours.safeParse(stored.idleHours).data ?? defaults.idleHours) * HOUR_SECONDS,
    absoluteSeconds: (shape.absoluteDays.safeParse(stored.absoluteDays).data ?? defaults.absoluteDays) * DAY_SECONDS,
  }
}

export async function readSessionLimits(tx: Transaction = database()): Promise<SessionLimits> {
  const { idleHours, absoluteDays } = SIGN_IN.keys
  const rows = await tx.setting.findMany({ where: { key: { in: [idleHours, absoluteDays] } } })
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  return sessionLimitsOf({ idleHours: stored.get(idleHours), absoluteDays: stored.get(absoluteDays) })
}

/** Which sessions are still good at this moment: for queries. */
export function liveAt(at: Date, { idleSeconds, absoluteSeconds }: SessionLimits) {
  const before = (seconds: number) => new Date(at.getTime() - seconds * 1000)
  return {
    expiresAt: { gt: at },
    lastSeenAt: { gt: before(idleSeconds) },
    createdAt: { gt: before(absoluteSeconds) },
  }
}
