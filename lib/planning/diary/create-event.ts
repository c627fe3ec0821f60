import { recordEvent } from '../../audit'
import { now } from '../../clock'
import { transaction } from '../../db/database'
import { Forbidden } from '../../errors'
import { newId } from '../../ids'
import { nudgeMail } from '../../jobs/nudge-mail'
import type { Actor } from '../../policy/actor'
import { authorise } from '../../policy/policy'
import { readSettings } from '../../settings/settings'
import { checkEvent } from './check-event'
import type { EventInput } from './event-input'
import { makeLinesOf } from './make-lines'

/**
 * Puts an event into the diary, and the lines that it makes within the next days on the plan.
 * @throws Forbidden
 * @throws Invalid when a time or the rule cannot be, or what it points at is not there
 */
export async function createEvent(actor: Actor, input: EventInput): Promise<{ id: string }> {
  authorise(actor, 'diary.edit')
  if (actor.kind !== 'person') throw new Forbidden('Only a person keeps the diary.')
  const id = newId()
  await transaction(async (tx) => {
    const { timeZone } = await readSettings(tx)
    const row = await checkEvent(tx, input, timeZone)
    const at = now()
    await tx.diaryEvent.create({ data: { id, ...row, createdById: actor.id, createdAt: at, updatedAt: at } })
    await recordEvent(tx, actor, { action: 'diary.create', thing: 'diaryEvent', thingId: id })
    await makeLinesOf(tx, actor, id)
  })
  await nudgeMail()
  return { id }
}
