import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { lockDesks } from './desk'

/**
 * Moves a desk one place up or down in the order in which they are shown. At the end nothing happens.
 * @throws Forbidden, NotFound
 */
export async function moveDesk(actor: Actor, { id, to }: { id: string; to: 'up' | 'down' }): Promise<void> {
  authorise(actor, 'desk.edit')
  await transaction(async (tx) => {
    await lockDesks(tx)
    const desks = await tx.desk.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { id: true } })
    const ids = desks.map((desk) => desk.id)
    const from = ids.indexOf(id)
    if (from === -1) throw new NotFound('This desk does not exist any more.')
    const other = ids[from + (to === 'up' ? -1 : 1)]
    if (other === undefined) return
    const order = ids.map((each) => (each === id ? other : each === other ? id : each))
    for (const [position, each] of order.entries()) await tx.desk.update({ where: { id: each }, data: { position } })
    await recordEvent(tx, actor, { action: 'desk.edit', thing: 'desk', thingId: id, detail: { moved: to } })
  })
}
