import { recordEvent } from '@/lib/audit'
import { transaction } from '@/lib/db/database'
import { hashSecret } from '@/lib/ids'
import { actorFields, actorOf } from '@/lib/people/actor-of'
import { noticeSessionsOf } from './session-notice'

/** Ends the session of which this is the secret. One that has ended already is no error. */
export async function signOut(secret: string): Promise<void> {
  await transaction(async (tx) => {
    const session = await tx.session.findUnique({
      where: { tokenHash: hashSecret(secret) },
      select: { id: true, person: { select: actorFields } },
    })
    if (!session) return
    await tx.session.deleteMany({ where: { id: session.id } })
    const actor = actorOf(session.person, session.id)
    await recordEvent(tx, actor, { action: 'session.end', thing: 'person', thingId: session.person.id })
    await noticeSessionsOf(tx, session.person.id)
  })
}
