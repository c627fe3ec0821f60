import { takeSectionAddresses } from '../articles/former-addresses'
import { lastToTouch, recordEvent } from '../audit'
import { transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { checkShelf } from './check-shelf'
import type { EditResult } from './edit-result'
import { allShelves, lockShelves } from './shelf'
import type { ShelfInput } from './shelf-input'
import { shelfTags } from './shelf-tags'
import { type ShelfValues, valuesOf } from './shelf-values'
import { writeAliases } from './write-aliases'

type ChangeInput = ShelfInput & {
  id: string
  /** The version of the shelf that the person saw. */
  baseVersion: number
}

type ChangeResult = EditResult<ShelfValues>

/**
 * Renames a topic or a section, gives it another address, parent, description, picture or other names. Its former address
 * goes on leading to it: for a section, those of all its articles do. When somebody else changed it meanwhile nothing is written and
 * both are known.
 *
 * @throws Forbidden, NotFound
 * @throws Invalid when name, address, parent or picture cannot be
 */
export async function changeShelf(actor: Actor, { id, baseVersion, ...input }: ChangeInput): Promise<ChangeResult> {
  const { kind } = input
  authorise(actor, kind === 'topic' ? 'topic.edit' : 'section.edit')
  const { tags, result } = await transaction<{ tags: string[]; result: ChangeResult }>(async (tx) => {
    await lockShelves(tx)
    const before = await allShelves(tx, kind)
    const own = before.find((shelf) => shelf.id === id)
    if (own === undefined) throw new NotFound(`This ${kind} does not exist any more.`)
    if (own.version !== baseVersion) {
      const by = await lastToTouch(tx, kind, id)
      return { tags: [], result: { kind: 'clash', version: own.version, standing: valuesOf(own), by } }
    }
    const { row, aliases } = await checkShelf(tx, input, before, own)
    const data = { ...row, version: { increment: 1 } }
    if (kind === 'topic') await tx.topic.update({ where: { id }, data })
    else await tx.section.update({ where: { id }, data })
    await writeAliases(tx, kind, id, aliases)
    if (kind === 'section' && own.slug !== row.slug) await takeSectionAddresses(tx, id)
    const detail = own.slug === row.slug ? {} : { slug: row.slug, formerSlug: own.slug }
    await recordEvent(tx, actor, { action: `${kind}.edit`, thing: kind, thingId: id, detail })
    const after = await allShelves(tx, kind)
    const tags = [...new Set([...shelfTags(kind, before, [id]), ...shelfTags(kind, after, [id])])]
    await notifyPurge(tx, tags)
    return { tags, result: { kind: 'saved' } }
  })
  purgeLocally(tags)
  return result
}
