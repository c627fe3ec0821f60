import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db/database'
import { sqlOn, sqlText } from '@/lib/db/sql'

/** What a role asks of a person. `lacksFactor`: it asks for a second factor, and they have set none up. */
export type Duty = { lacksFactor: boolean; graceDays: number; secondFactorSince: Date | null; roleSince: Date }

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** Columns of a {@link Duty}, of the person `p` and their role `r`. */
export const DUTY = sqlText`
  r."graceDays", r."secondFactorSince", p."roleSince",
  (r."needsSecondFactor"
   AND NOT EXISTS (SELECT 1 FROM "TotpSecret" t WHERE t."personId" = p.id AND t."confirmedAt" IS NOT NULL)
   AND NOT EXISTS (SELECT 1 FROM "Passkey" k WHERE k."personId" = p.id)) AS "lacksFactor"`

/**
 * Until when somebody has to set a second factor up: the days of grace count from when the role asked for it or from when they got the
 * role, whichever was later. At that instant the time is over. Null where nothing is due.
 */
export function secondFactorDueAt({ lacksFactor, graceDays, secondFactorSince, roleSince }: Duty): Date | null {
  if (!lacksFactor) return null
  const since = Math.max(roleSince.getTime(), secondFactorSince?.getTime() ?? 0)
  return new Date(since + graceDays * DAY_MILLISECONDS)
}

/** Has somebody had time to set up the second factor that their role asks for, and has not? */
export async function isSecondFactorOverdue(tx: Transaction, personId: string): Promise<boolean> {
  const [duty] = await sqlOn(tx)<Duty>`
    SELECT ${DUTY} FROM "Person" p JOIN "Role" r ON r.id = p.role WHERE p.id = ${personId}::uuid`
  const dueAt = duty === undefined ? null : secondFactorDueAt(duty)
  return dueAt !== null && dueAt <= now()
}
