import { recordEvent } from '../../audit'
import { transaction } from '../../db/database'
import { NotFound } from '../../errors'
import type { Actor } from '../../policy/actor'
import { authorise } from '../../policy/policy'

/**
 * Takes an event out of the diary, with all its occurrences. The lines that it made stay on the plan.
 * @throws Forbidden, NotFound
 */
export async function deleteEvent(actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'diary.edit')
  await transaction(async (tx) => {
    const [event] = await tx.diaryEvent.findMany({ where: { id }, select: { title: true } })
    const { count } = await tx.diaryEvent.deleteMany({ where: { id } })
    if (event === undefined || count === 0) throw new NotFound('This event is not in the diary any more.')
    const detail = { name: event.title }
    await recordEvent(tx, actor, { action: 'diary.delete', thing: 'diaryEvent', thingId: id, detail })
  })
}
