import { recordEvent } from '../audit'
import { type Transaction, transaction } from '../db/database'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { type CheckedShelf, checkShelf } from './check-shelf'
import { allShelves, lockShelves, type ShelfKind } from './shelf'
import type { ShelfInput } from './shelf-input'
import { shelfTags } from './shelf-tags'
import { writeAliases } from './write-aliases'

/**
 * A new topic or section, as the people who keep the shelves make it. Sections go to the end of the order.
 * @throws Forbidden
 * @throws Invalid when name, address, parent or picture cannot be
 */
export async function createShelf(actor: Actor, input: ShelfInput): Promise<{ id: string; slug: string }> {
  const { kind } = input
  authorise(actor, kind === 'topic' ? 'topic.edit' : 'section.edit')
  const { id, slug, tags } = await transaction(async (tx) => {
    await lockShelves(tx)
    const checked = await checkShelf(tx, input, await allShelves(tx, kind), null)
    const id = newId()
    await insert(tx, kind, id, checked)
    await writeAliases(tx, kind, id, checked.aliases)
    await recordEvent(tx, actor, { action: `${kind}.create`, thing: kind, thingId: id })
    const tags = shelfTags(kind, await allShelves(tx, kind), [id])
    await notifyPurge(tx, tags)
    return { id, slug: checked.row.slug, tags }
  })
  purgeLocally(tags)
  return { id, slug }
}

async function insert(tx: Transaction, kind: ShelfKind, id: string, { row }: CheckedShelf): Promise<void> {
  if (kind === 'topic') {
    await tx.topic.create({ data: { id, ...row } })
    return
  }
  const { _max } = await tx.section.aggregate({ _max: { position: true } })
  await tx.section.create({ data: { id, ...row, position: (_max.position ?? -1) + 1 } })
}
