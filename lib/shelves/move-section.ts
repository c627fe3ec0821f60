import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { allShelves, lockShelves } from './shelf'
import { shelfTags } from './shelf-tags'

/**
 * Moves a section one place up or down among those with the same parent: the order of the masthead. At the end nothing happens.
 * @throws Forbidden, NotFound
 */
export async function moveSection(actor: Actor, { id, to }: { id: string; to: 'up' | 'down' }): Promise<void> {
  authorise(actor, 'section.edit')
  const tags = await transaction(async (tx) => {
    await lockShelves(tx)
    const sections = await allShelves(tx, 'section')
    const own = sections.find((section) => section.id === id)
    if (own === undefined) throw new NotFound('This section does not exist any more.')
    const siblings = sections.filter(({ parentId }) => parentId === own.parentId)
    const other = siblings[siblings.indexOf(own) + (to === 'up' ? -1 : 1)]
    if (other === undefined) return []
    const order = sections.map((section) => (section === own ? other : section === other ? own : section))
    for (const [position, section] of order.entries())
      await tx.section.update({ where: { id: section.id }, data: { position } })
    await recordEvent(tx, actor, { action: 'section.edit', thing: 'section', thingId: id, detail: { moved: to } })
    const tags = shelfTags('section', sections, [id])
    await notifyPurge(tx, tags)
    return tags
  })
  purgeLocally(tags)
}
