import { recordEvent } from '../../audit'
import { now } from '../../clock'
import { transaction } from '../../db/database'
import { Conflict, NotFound } from '../../errors'
import { nudgeMail } from '../../jobs/nudge-mail'
import type { Actor } from '../../policy/actor'
import { authorise } from '../../policy/policy'
import { readSettings } from '../../settings/settings'
import { checkEvent } from './check-event'
import type { EventInput } from './event-input'
import { makeLinesOf } from './make-lines'

/**
 * Changes an event and everything that comes of it from now on. Lines that it made already stay as they are.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when somebody changed it since the version that the person saw
 * @throws Invalid when a time or the rule cannot be, or what it points at is not there
 */
export async function changeEvent(
  actor: Actor,
  { id, version, ...input }: EventInput & { id: string; version: number },
): Promise<void> {
  authorise(actor, 'diary.edit')
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "DiaryEvent" WHERE id = ${id}::uuid FOR UPDATE`
    const own = await tx.diaryEvent.findUnique({ where: { id }, select: { version: true } })
    if (own === null) throw new NotFound('This event is not in the diary any more.')
    if (own.version !== version)
      throw new Conflict('Somebody changed this event meanwhile. Close it and look at what is there now.')
    const { timeZone } = await readSettings(tx)
    const row = await checkEvent(tx, input, timeZone)
    await tx.diaryEvent.update({ where: { id }, data: { ...row, updatedAt: now(), version: version + 1 } })
    await recordEvent(tx, actor, { action: 'diary.edit', thing: 'diaryEvent', thingId: id })
    await makeLinesOf(tx, actor, id)
  })
  await nudgeMail()
}
