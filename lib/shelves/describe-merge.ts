import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { assertMayTakeIn, type MergeInput, pairOf } from './merge-shelves'
import { allShelves } from './shelf'
import { descendantsOf } from './tree'

/** What a merge would touch, so that somebody knows before they say yes. */
export type MergePreview = {
  /** Articles that would move, drafts included. */
  articles: number
  /** Those of them that are before readers now. */
  publicPages: number
  /** Shelves right below the one that would vanish. */
  children: number
}

/**
 * @throws Forbidden, NotFound
 * @throws Invalid when this merge would be refused
 */
export async function describeMerge(actor: Actor, { kind, id, intoId }: MergeInput): Promise<MergePreview> {
  authorise(actor, kind === 'topic' ? 'topic.merge' : 'section.merge')
  const shelves = await allShelves(database(), kind)
  const { from, into } = pairOf(shelves, id, intoId)
  assertMayTakeIn(shelves, from, into)
  const children = descendantsOf(shelves, id).filter(({ parentId }) => parentId === id).length
  const [articles, publicPages] =
    kind === 'topic'
      ? await Promise.all([
          database().articleTopic.count({ where: { topicId: id } }),
          database().publicationTopic.count({ where: { topicId: id } }),
        ])
      : await Promise.all([
          database().article.count({ where: { sectionId: id } }),
          database().publication.count({ where: { sectionId: id } }),
        ])
  return { articles, publicPages, children }
}
