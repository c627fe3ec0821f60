import { recordEvent } from '@/lib/audit'
import { type Transaction, transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { lockPerson } from './lock-person'

/**
 * Takes an invitation back: the link stops working and the person leaves the list. A byline that an article carries stays.
 *
 * @throws NotFound
 * @throws Conflict when the person is in already
 */
export async function revokeInvitation(actor: Actor, input: { id: string }): Promise<void> {
  authorise(actor, 'people.invite')
  await transaction((tx) => takeInvitationBack(tx, actor, input.id))
}

/** The same in the caller's transaction. @throws as {@link revokeInvitation} */
export async function takeInvitationBack(tx: Transaction, actor: Actor, id: string): Promise<void> {
  const person = await lockPerson(tx, id)
  if (person.status !== 'INVITED') {
    throw new Conflict(`${person.name} has accepted the invitation already. Deactivate instead.`)
  }
  await removeUnusedByline(tx, person.id)
  await tx.person.delete({ where: { id: person.id } })
  await recordEvent(tx, actor, { action: 'people.revokeInvitation', thing: 'person', thingId: person.id })
}

async function removeUnusedByline(tx: Transaction, personId: string): Promise<void> {
  await tx.byline.deleteMany({ where: { personId, articleBylines: { none: {} }, publicationBylines: { none: {} } } })
}
