import { recordEvent } from '@/lib/audit'
import { type Transaction, transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import { queueMail } from '@/lib/mail/queue-mail'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { invitationMail } from './invitation-mail'
import { lockPerson } from './lock-person'
import { openLink } from './one-time-link'

/**
 * Sends an invited person another link. The one before stops working.
 *
 * @throws NotFound
 * @throws Conflict when the person is in already
 */
export async function resendInvitation(actor: Actor, input: { id: string }): Promise<void> {
  authorise(actor, 'people.invite')
  await transaction((tx) => sendInvitationAgain(tx, actor, input.id))
  await nudgeMail()
}

/** The same in the caller's transaction. After the commit the caller nudges the mail. @throws as {@link resendInvitation} */
export async function sendInvitationAgain(tx: Transaction, actor: Actor, id: string): Promise<void> {
  const person = await lockPerson(tx, id)
  if (person.status !== 'INVITED') throw new Conflict(`${person.name} has accepted the invitation already.`)
  const secret = await openLink(tx, 'JOIN', person.id)
  const invitedBy = actor.kind === 'person' ? actor.name : null
  await queueMail(tx, invitationMail({ to: person.email, name: person.name, secret, invitedBy }))
  await recordEvent(tx, actor, {
    action: 'people.invite',
    thing: 'person',
    thingId: person.id,
    detail: { again: true },
  })
}
