import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { checkDesk } from './check-desk'
import { lockDesks } from './desk'
import type { DeskInput } from './desk-input'
import { writePeopleAndSections } from './write-desk'

/**
 * A new desk, the last in their order.
 * @throws Forbidden
 * @throws Invalid when name, address, a person or a section cannot be
 */
export async function createDesk(actor: Actor, input: DeskInput): Promise<{ id: string; slug: string }> {
  authorise(actor, 'desk.edit')
  return transaction(async (tx) => {
    await lockDesks(tx)
    const row = await checkDesk(tx, input, null)
    const id = newId()
    const { _max } = await tx.desk.aggregate({ _max: { position: true } })
    await tx.desk.create({ data: { id, ...row, position: (_max.position ?? -1) + 1, createdAt: now() } })
    await writePeopleAndSections(tx, id, input)
    await recordEvent(tx, actor, {
      action: 'desk.create',
      thing: 'desk',
      thingId: id,
      detail: { slug: row.slug, members: input.members, sectionIds: input.sectionIds },
    })
    return { id, slug: row.slug }
  })
}
