import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { actorFields, actorOf } from '@/lib/people/actor-of'
import type { PersonActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import type { Action } from '@/lib/policy/table'
import { isSecondFactorOverdue } from './second-factor-due'
import { IDLE_SECONDS } from './session-lifetime'

/**
 * For connections that stay open after the request that they began with was let in: whoever is behind the session now, with the rights of
 * now; or why nobody may hear on. `over`: the session has ended, or opens nothing but the page
 * that sets a second factor up. `refused`: it is good, and the right that the connection needs is gone.
 */
export async function accessNow(sessionId: string, needs: Action): Promise<PersonActor | 'over' | 'refused'> {
  const at = now()
  const session = await database().session.findFirst({
    where: {
      id: sessionId,
      expiresAt: { gt: at },
      lastSeenAt: { gt: new Date(at.getTime() - IDLE_SECONDS * 1000) },
      person: { status: 'ACTIVE' },
    },
    select: { person: { select: actorFields } },
  })
  if (session === null || (await isSecondFactorOverdue(database(), session.person.id))) return 'over'
  const actor = actorOf(session.person, sessionId)
  return can(actor, needs) ? actor : 'refused'
}
