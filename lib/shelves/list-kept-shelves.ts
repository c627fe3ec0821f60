import { database, Prisma } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { allShelves, type Shelf, type ShelfKind } from './shelf'
import { ancestorsOf, descendantsOf } from './tree'

/** A shelf in the list of those who keep it. */
export type KeptShelf = Shelf & {
  /** 0 for the topmost. */
  level: number
  /** Its articles, drafts included. */
  articles: number
  isFirst: boolean
  isLast: boolean
}

/**
 * All topics or sections as a tree that is read from top to bottom: each is followed by what stands below it.
 * @throws Forbidden
 */
export async function listKeptShelves(actor: Actor, kind: ShelfKind): Promise<KeptShelf[]> {
  authorise(actor, kind === 'topic' ? 'topic.edit' : 'section.edit')
  const [shelves, counts] = await Promise.all([allShelves(database(), kind), countArticles(kind)])
  return descendantsOf(shelves, null).map((shelf) => {
    const siblings = shelves.filter(({ parentId }) => parentId === shelf.parentId)
    return {
      ...shelf,
      level: ancestorsOf(shelves, shelf.id).length,
      articles: counts.get(shelf.id) ?? 0,
      isFirst: siblings[0] === shelf,
      isLast: siblings.at(-1) === shelf,
    }
  })
}

async function countArticles(kind: ShelfKind): Promise<Map<string, number>> {
  const shelf = Prisma.raw(kind === 'topic' ? '"topicId"' : '"sectionId"')
  const table = Prisma.raw(kind === 'topic' ? '"ArticleTopic"' : '"Article"')
  const rows = await database().$queryRaw<{ id: string; count: number }[]>`
    SELECT ${shelf}::text AS id, count(*)::int AS count FROM ${table} WHERE ${shelf} IS NOT NULL GROUP BY ${shelf}`
  return new Map(rows.map(({ id, count }) => [id, count]))
}
