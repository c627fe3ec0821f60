import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { Invalid } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { parseShelfName } from './create-byline'
import { freeSlug } from './free-slug'

/**
 * A new topic. One of the same name, however it is written, is refused: readers would find half of the articles under each.
 * @throws Forbidden
 * @throws Invalid without a name, or when it exists
 */
export async function createTopic(actor: Actor, { name, description }: { name: string; description?: string }) {
  authorise(actor, 'topic.create')
  const trimmed = parseShelfName(name)
  return transaction(async (tx) => {
    const same = await tx.topic.findFirst({ where: { name: { equals: trimmed, mode: 'insensitive' } } })
    if (same !== null) throw new Invalid(`There is a topic “${same.name}” already.`)
    const slug = await freeSlug(trimmed, async (taken) => (await tx.topic.count({ where: { slug: taken } })) > 0)
    const topic = await tx.topic.create({ data: { id: newId(), slug, name: trimmed, description: description ?? '' } })
    await recordEvent(tx, actor, { action: 'topic.create', thing: 'topic', thingId: topic.id })
    return { id: topic.id, name: topic.name, slug: topic.slug }
  })
}
