import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { isSecondFactorOverdue } from './second-factor-due'
import { IDLE_SECONDS } from './session-lifetime'

/** Is this session still good, and may its person do more than set a second factor up? For connections that stay open after the request that they began with was let in. */
export async function isSessionLive(sessionId: string): Promise<boolean> {
  const at = now()
  const session = await database().session.findFirst({
    where: {
      id: sessionId,
      expiresAt: { gt: at },
      lastSeenAt: { gt: new Date(at.getTime() - IDLE_SECONDS * 1000) },
      person: { status: 'ACTIVE' },
    },
    select: { personId: true },
  })
  return session !== null && !(await isSecondFactorOverdue(database(), session.personId))
}
