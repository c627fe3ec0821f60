import { recordEvent } from '../audit'
import { type Transaction, transaction } from '../db/database'
import { Invalid, NotFound } from '../errors'
import { moveMenuEntries } from '../menus/move-menu-entries'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { allShelves, lockShelves, type ShelfKind } from './shelf'
import { shelfTags } from './shelf-tags'
import { descendantsOf } from './tree'

/**
 * Deletes a topic or a section on which nothing stands: no article, not even a draft, and no shelf below it. Its addresses end.
 * @throws Forbidden, NotFound
 * @throws Invalid when something stands on it
 */
export async function deleteShelf(actor: Actor, { kind, id }: { kind: ShelfKind; id: string }): Promise<void> {
  authorise(actor, kind === 'topic' ? 'topic.edit' : 'section.edit')
  const tags = await transaction(async (tx) => {
    await lockShelves(tx)
    const shelves = await allShelves(tx, kind)
    const shelf = shelves.find((each) => each.id === id)
    if (shelf === undefined) throw new NotFound(`This ${kind} does not exist any more.`)
    if (descendantsOf(shelves, id).length > 0) throw new Invalid(`Others stand below “${shelf.name}”: move them first.`)
    const articles = await countArticles(tx, kind, id)
    if (articles > 0)
      throw new Invalid(`“${shelf.name}” has ${articles === 1 ? 'an article' : `${articles} articles`}: it stays.`)
    if (kind === 'section' && shelves.length === 1) throw new Invalid('A paper has at least one section.')
    if (kind === 'topic') await tx.topic.delete({ where: { id } })
    else await tx.section.delete({ where: { id } })
    await recordEvent(tx, actor, { action: `${kind}.delete`, thing: kind, thingId: id, detail: { slug: shelf.slug } })
    const menus = await moveMenuEntries(tx, kind, id, null)
    const tags = [...new Set([...shelfTags(kind, shelves, [id]), ...menus])]
    await notifyPurge(tx, tags)
    return tags
  })
  purgeLocally(tags)
}

/** Articles that stand on a shelf, in the draft or before readers. */
async function countArticles(tx: Transaction, kind: ShelfKind, id: string): Promise<number> {
  const on =
    kind === 'topic'
      ? { OR: [{ topics: { some: { topicId: id } } }, { publication: { topics: { some: { topicId: id } } } }] }
      : { OR: [{ sectionId: id }, { publication: { sectionId: id } }] }
  return tx.article.count({ where: on })
}
