import { ownership, ownersOf } from '../articles/load-article'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { listPresenceRows } from './presence-rows'
import { type PresentPeople, presentIn } from './present-people'

/**
 * Who is in which of these articles now. Articles that the actor may not read, and those in which nobody is, are left out.
 * @param articleIds at most 100
 */
export async function listPresent(actor: Actor, articleIds: readonly string[]): Promise<PresentPeople> {
  authorise(actor, 'article.read')
  const rows = await listPresenceRows([...articleIds])
  const readable = await readableOf(actor, [...new Set(rows.map(({ articleId }) => articleId))])
  return presentIn(rows.filter(({ articleId }) => readable.has(articleId)))
}

async function readableOf(actor: Actor, articleIds: string[]): Promise<Set<string>> {
  if (articleIds.length === 0) return new Set()
  const articles = await database().article.findMany({
    where: { id: { in: articleIds } },
    select: { id: true, ...ownership },
  })
  return new Set(articles.filter((article) => can(actor, 'article.read', ownersOf(article))).map(({ id }) => id))
}
