import type { ArticleState } from '../articles/state'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { articlesOn } from './articles-on'
import { assertMayTakeIn, type MergeInput, pairOf } from './merge-shelves'
import { allShelves, type ShelfKind } from './shelf'
import { descendantsOf } from './tree'

/** How many articles are named; the rest are behind a link. */
const NAMED_MOST = 20

/** An article that would move. */
type MovedArticle = {
  id: string
  /** Empty where nothing has been typed yet. */
  headline: string
  state: ArticleState
  hasUnpublishedChanges: boolean
}

/** What a merge would touch, so that somebody knows before they say yes. */
export type MergePreview = {
  /** Articles that would move, drafts included. */
  articles: number
  /** The first 20 of them, the last edited first. */
  named: MovedArticle[]
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
  authorise(actor, 'article.read')
  const shelves = await allShelves(database(), kind)
  const { from, into } = pairOf(shelves, id, intoId)
  assertMayTakeIn(shelves, from, into)
  const children = descendantsOf(shelves, id).filter(({ parentId }) => parentId === id).length
  const [counted, named, publicPages] = await Promise.all([
    countMoved(kind, id),
    listMoved(kind, id),
    countPublic(kind, id),
  ])
  return { articles: counted, named, publicPages, children }
}

async function countMoved(kind: ShelfKind, id: string): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${articlesOn(kind, id)}) AS moved`
  return row?.count ?? 0
}

function listMoved(kind: ShelfKind, id: string): Promise<MovedArticle[]> {
  return database().$queryRaw<MovedArticle[]>`
    SELECT id::text, headline, state::text, "hasUnpublishedChanges" FROM "Article" WHERE id IN (${articlesOn(kind, id)})
    ORDER BY "editedAt" DESC, id DESC LIMIT ${NAMED_MOST}`
}

function countPublic(kind: ShelfKind, id: string): Promise<number> {
  return kind === 'topic'
    ? database().publicationTopic.count({ where: { topicId: id } })
    : database().publication.count({ where: { sectionId: id } })
}
