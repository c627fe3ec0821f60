import { recordEvent } from '@/lib/audit'
import { transaction } from '@/lib/db/database'
import { NotFound, NotSignedIn } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { mayEndSessionsOf } from './may-end-sessions'
import { noticeSessionsOf } from './session-notice'

/**
 * Ends a session: one's own, or for an administrator anybody's. Its browser is signed out on its next request.
 *
 * @throws NotSignedIn
 * @throws NotFound when there is no such session, or it is another's and the actor may not end it
 */
export async function endSession(actor: Actor, sessionId: string): Promise<void> {
  if (actor.kind === 'nobody') throw new NotSignedIn()
  await transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sessionId }, select: { personId: true } })
    if (!session || !mayEndSessionsOf(actor, session.personId)) {
      throw new NotFound('This session has ended already.')
    }
    await tx.session.deleteMany({ where: { id: sessionId } })
    await recordEvent(tx, actor, { action: 'session.end', thing: 'person', thingId: session.personId })
    await noticeSessionsOf(tx, session.personId)
  })
}
