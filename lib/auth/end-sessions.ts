import { recordEvent } from '../audit'
import { type Transaction, transaction } from '../db/database'
import { NotFound, NotSignedIn } from '../errors'
import type { Actor } from '../policy/actor'
import { mayEndSessionsOf } from './may-end-sessions'
import { noticeSessionsOf } from './session-notice'

/**
 * Ends every session of a person but the one that asks: one's own others, or for an administrator all of anybody's. Their browsers are
 * signed out on their next request, and open articles hear of it at once.
 *
 * @returns how many have ended
 * @throws NotSignedIn
 * @throws NotFound when it is another person, whose sessions the actor may not end
 */
export async function endSessions(actor: Actor, personId: string): Promise<{ ended: number }> {
  if (actor.kind === 'nobody') throw new NotSignedIn()
  return transaction(async (tx) => {
    const person = await tx.person.findUnique({ where: { id: personId }, select: { id: true } })
    if (!person || !mayEndSessionsOf(actor, personId)) throw new NotFound()
    const ended = await endAllBut(tx, personId, actor.kind === 'person' ? actor.sessionId : null)
    const detail = { sessions: ended }
    await recordEvent(tx, actor, { action: 'session.endAll', thing: 'person', thingId: personId, detail })
    return { ended }
  })
}

/** @param kept the id of the session that goes on, where one does. @returns how many have ended */
export async function endAllBut(tx: Transaction, personId: string, kept: string | null): Promise<number> {
  const { count } = await tx.session.deleteMany({
    where: { personId, ...(kept === null ? {} : { id: { not: kept } }) },
  })
  // Whoever was about to show a second factor has to begin again.
  await tx.pendingSignIn.deleteMany({ where: { personId } })
  await noticeSessionsOf(tx, personId)
  return count
}
