import { takeSectionAddresses } from '../articles/former-addresses'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { checkShelf } from './check-shelf'
import { allShelves, lockShelves } from './shelf'
import type { ShelfInput } from './shelf-input'
import { shelfTags } from './shelf-tags'
import { writeAliases } from './write-aliases'

/**
 * Renames a topic or a section, gives it another address, parent, description, picture or other names. Its former address
 * goes on leading to it: for a section, those of all its articles do.
 *
 * @throws Forbidden, NotFound
 * @throws Invalid when name, address, parent or picture cannot be
 */
export async function changeShelf(actor: Actor, { id, ...input }: ShelfInput & { id: string }): Promise<void> {
  const { kind } = input
  authorise(actor, kind === 'topic' ? 'topic.edit' : 'section.edit')
  const tags = await transaction(async (tx) => {
    await lockShelves(tx)
    const before = await allShelves(tx, kind)
    const own = before.find((shelf) => shelf.id === id)
    if (own === undefined) throw new NotFound(`This ${kind} does not exist any more.`)
    const { row, aliases } = await checkShelf(tx, input, before, own)
    if (kind === 'topic') await tx.topic.update({ where: { id }, data: row })
    else await tx.section.update({ where: { id }, data: row })
    await writeAliases(tx, kind, id, aliases)
    if (kind === 'section' && own.slug !== row.slug) await takeSectionAddresses(tx, id)
    const detail = own.slug === row.slug ? {} : { slug: row.slug, formerSlug: own.slug }
    await recordEvent(tx, actor, { action: `${kind}.edit`, thing: kind, thingId: id, detail })
    const after = await allShelves(tx, kind)
    const tags = [...new Set([...shelfTags(kind, before, [id]), ...shelfTags(kind, after, [id])])]
    await notifyPurge(tx, tags)
    return tags
  })
  purgeLocally(tags)
}
