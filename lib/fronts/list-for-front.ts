import { newestFirst } from '../articles/public-article'
import { type LinkTarget, listLinkTargets, searchForLink } from '../articles/search-for-link'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

const MOST = 30
/** Of those that are on their way: more are found by their words. */
const MOST_COMING = 5

/**
 * Articles that may be put on a front. With words those that hold them, as the link search finds them. Without, what readers got last, the newest
 * first, after what goes out next.
 * @throws Forbidden
 */
export async function listForFront(actor: Actor, words: string): Promise<LinkTarget[]> {
  authorise(actor, 'front.read')
  if (words.trim() !== '') return searchForLink(actor, words, MOST)
  const [coming, live] = await Promise.all([
    database().article.findMany({
      where: { state: { in: ['SCHEDULED', 'APPROVED'] }, publication: null },
      orderBy: [{ publishAt: { sort: 'asc', nulls: 'last' } }, { editedAt: 'desc' }],
      take: MOST_COMING,
      select: { id: true },
    }),
    database().publication.findMany({ orderBy: [...newestFirst], take: MOST, select: { articleId: true } }),
  ])
  const ids = [...coming.map(({ id }) => id), ...live.map(({ articleId }) => articleId)]
  const found = new Map((await listLinkTargets(actor, ids)).map((target) => [target.id, target]))
  return ids.flatMap((id) => found.get(id) ?? [])
}
