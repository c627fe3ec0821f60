import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { liveAt, readSessionLimits } from './session-lifetime'

/** Is this session still good? For connections that stay open after the request that they began with was let in. */
export async function isSessionLive(sessionId: string): Promise<boolean> {
  const session = await database().session.findFirst({
    where: { id: sessionId, ...liveAt(now(), await readSessionLimits()), person: { status: 'ACTIVE' } },
    select: { id: true },
  })
  return session !== null
}
