import type { z } from 'zod'
import type { ArticleState } from '../articles/state'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { articlesBy } from './byline-articles'
import { pairOfBylines, whatIsTaken } from './byline-pair'
import type { MergeBylines } from './merge-bylines'

/** How many articles are named; the rest are behind a link. */
const NAMED_MOST = 20

type MovedArticle = { id: string; headline: string; state: ArticleState; hasUnpublishedChanges: boolean }

/** What a merge of bylines would touch, so that somebody knows before they say yes. */
export type BylineMergePreview = {
  /** Articles that would carry the other byline, drafts included. */
  articles: number
  /** The first 20 of them, the last edited first. */
  named: MovedArticle[]
  /** Those of them that are before readers now. */
  publicPages: number
  /** Those that carry both already, and would carry one. */
  both: number
  /** Whether whoever signs in under the vanished name signs in under the other from then on. */
  takesLogin: boolean
}

/**
 * @throws Forbidden, NotFound
 * @throws Invalid when this merge would be refused
 */
export async function describeBylineMerge(
  actor: Actor,
  { id, intoId }: z.output<typeof MergeBylines>,
): Promise<BylineMergePreview> {
  authorise(actor, 'byline.merge')
  authorise(actor, 'article.read')
  const pair = await pairOfBylines(database(), id, intoId)
  const [[counted], named, publicPages, both] = await Promise.all([
    database().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${articlesBy(id)}) AS moved`,
    database().$queryRaw<MovedArticle[]>`
      SELECT id::text, coalesce(nullif(headline, ''), slugline) AS headline, state::text, "hasUnpublishedChanges"
      FROM "Article" WHERE id IN (${articlesBy(id)}) ORDER BY "editedAt" DESC, id DESC LIMIT ${NAMED_MOST}`,
    database().publicationByline.count({ where: { bylineId: id } }),
    database().article.count({
      where: { AND: [{ bylines: { some: { bylineId: id } } }, { bylines: { some: { bylineId: intoId } } }] },
    }),
  ])
  return { articles: counted?.count ?? 0, named, publicPages, both, takesLogin: 'personId' in whatIsTaken(pair) }
}
