import { recordEvent } from '../../audit'
import { now } from '../../clock'
import { transaction } from '../../db/database'
import { env } from '../../env'
import { Forbidden, Invalid } from '../../errors'
import { hashSecret, newId, newSecret } from '../../ids'
import type { Actor } from '../../policy/actor'
import { authorise } from '../../policy/policy'
import { assertThere } from '../line-values'

/** One for each calendar program that a person has, and some more. */
const FEEDS_MOST = 10

/**
 * A secret address under which calendar programs read the plan as this person sees it. It is told once: only a hash of it is kept.
 * @throws Forbidden
 * @throws Invalid when the desk is not there, or the person has ten already
 */
export async function createFeed(
  actor: Actor,
  { deskId }: { deskId: string | null },
): Promise<{ id: string; url: string }> {
  authorise(actor, 'plan.read')
  if (actor.kind !== 'person') throw new Forbidden('Only a person has a calendar.')
  const [id, secret] = [newId(), newSecret()]
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${actor.id}::uuid FOR UPDATE`
    await assertThere(tx, { deskId })
    if ((await tx.calendarFeed.count({ where: { personId: actor.id, revokedAt: null } })) >= FEEDS_MOST)
      throw new Invalid('You have ten addresses. Revoke one that you do not use.')
    await tx.calendarFeed.create({
      data: { id, personId: actor.id, deskId, tokenHash: hashSecret(secret), createdAt: now() },
    })
    await recordEvent(tx, actor, {
      action: 'calendarFeed.create',
      thing: 'calendarFeed',
      thingId: id,
      detail: { deskId },
    })
  })
  return { id, url: `${env().SITE_URL}/calendar/${secret}` }
}
