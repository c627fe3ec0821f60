import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { checkDesk } from './check-desk'
import { getDesk, lockDesks } from './desk'
import type { DeskInput } from './desk-input'
import { writePeopleAndSections } from './write-desk'

/**
 * Gives a desk another name or address, other people or other sections.
 * @throws Forbidden, NotFound
 * @throws Invalid when name, address, a person or a section cannot be
 */
export async function changeDesk(actor: Actor, { id, ...input }: DeskInput & { id: string }): Promise<void> {
  authorise(actor, 'desk.edit')
  await transaction(async (tx) => {
    await lockDesks(tx)
    const own = await getDesk(tx, id)
    const row = await checkDesk(tx, input, own)
    await tx.desk.update({ where: { id }, data: row })
    await writePeopleAndSections(tx, id, input)
    await recordEvent(tx, actor, {
      action: 'desk.edit',
      thing: 'desk',
      thingId: id,
      detail: {
        members: input.members,
        sectionIds: input.sectionIds,
        ...(own.name === row.name ? {} : { name: row.name, formerName: own.name }),
        ...(own.slug === row.slug ? {} : { slug: row.slug, formerSlug: own.slug }),
      },
    })
  })
}
