import { recordEvent } from '../../audit'
import { now } from '../../clock'
import { transaction } from '../../db/database'
import { Forbidden, NotFound } from '../../errors'
import type { Actor } from '../../policy/actor'
import { authorise } from '../../policy/policy'

/**
 * Ends a secret address of the actor's own, for good.
 * @throws Forbidden
 * @throws NotFound when it is somebody else's, or has ended
 */
export async function revokeFeed(actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'plan.read')
  if (actor.kind !== 'person') throw new Forbidden('Only a person has a calendar.')
  await transaction(async (tx) => {
    const { count } = await tx.calendarFeed.updateMany({
      where: { id, personId: actor.id, revokedAt: null },
      data: { revokedAt: now() },
    })
    if (count === 0) throw new NotFound('This address has ended already.')
    await recordEvent(tx, actor, { action: 'calendarFeed.revoke', thing: 'calendarFeed', thingId: id })
  })
}
