import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { assertNameFree, findSlugOwner } from './assert-free'
import { parseShelfName } from './create-byline'
import { freeSlug } from './free-slug'
import { lockShelves } from './shelf'

/**
 * A new topic. One whose name another has, as its name or as another name of it, is refused: readers would find half of the articles under each.
 * @throws Forbidden
 * @throws Invalid without a name, or when it exists
 */
export async function createTopic(actor: Actor, { name, description }: { name: string; description?: string }) {
  authorise(actor, 'topic.create')
  const trimmed = parseShelfName(name)
  return transaction(async (tx) => {
    await lockShelves(tx)
    await assertNameFree(tx, 'topic', trimmed, null)
    const slug = await freeSlug(trimmed, async (taken) => (await findSlugOwner(tx, 'topic', taken)) !== null)
    const topic = await tx.topic.create({ data: { id: newId(), slug, name: trimmed, description: description ?? '' } })
    await recordEvent(tx, actor, { action: 'topic.create', thing: 'topic', thingId: topic.id })
    return { id: topic.id, name: topic.name, slug: topic.slug }
  })
}
