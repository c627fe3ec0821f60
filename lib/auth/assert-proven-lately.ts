import { now } from '../clock'
import { database } from '../db/database'
import { Forbidden } from '../errors'
import type { PersonActor } from '../policy/actor'

const PROVEN_MINUTES = 15

/**
 * For what matters most: whoever asks has shown in this session, a short while ago, that it is they.
 * @throws Forbidden
 */
export async function assertProvenLately(actor: PersonActor): Promise<void> {
  const session = await database().session.findUnique({
    where: { id: actor.sessionId },
    select: { provenAt: true },
  })
  const since = now().getTime() - PROVEN_MINUTES * 60 * 1000
  if (session !== null && session.provenAt.getTime() > since) return
  throw new Forbidden('Show once more that it is you: sign out, sign in again, and do this within 15 minutes.')
}
