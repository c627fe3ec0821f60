import { loadArticle } from '../articles/load-article'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'

export type SuggestedTopic = { id: string; name: string; reason: string }

const TOPICS_MOST = 5

/**
 * Topics that a text should perhaps stand under: those whose name stands in it, then those of the stories that are most like
 * it. Those that it has already are left out.
 *
 * @param relatedIds the stories most like it, the best first
 * @throws NotFound
 */
export async function suggestTopics(
  actor: Actor,
  { articleId, text, relatedIds }: { articleId: string; text: string; relatedIds: readonly string[] },
): Promise<SuggestedTopic[]> {
  const article = await loadArticle(database(), actor, articleId)
  const own = article.topics.map(({ topic }) => topic.id)
  const named = await database().$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM "Topic"
    WHERE length(name) >= 3
      AND position(standfirst_plain(' ' || regexp_replace(name, '[^[:alnum:]-]+', ' ', 'g') || ' ')
                   IN standfirst_plain(${` ${plainWords(text)} `})) > 0
      AND NOT id = ANY(${own}::uuid[]) ORDER BY length(name) DESC LIMIT ${TOPICS_MOST}`
  const shared = await database().$queryRaw<{ id: string; name: string; times: number }[]>`
    SELECT t.id, t.name, count(*)::int AS times FROM "ArticleTopic" at JOIN "Topic" t ON t.id = at."topicId"
    WHERE at."articleId" = ANY(${[...relatedIds]}::uuid[]) AND NOT t.id = ANY(${own}::uuid[])
    GROUP BY t.id, t.name HAVING count(*) >= 2 ORDER BY times DESC, t.name LIMIT ${TOPICS_MOST}`
  const found = [
    ...named.map(({ id, name }) => ({ id, name, reason: `“${name}” stands in the text.` })),
    ...shared.map(({ id, name, times }) => ({ id, name, reason: `${times} of the stories most like it have it.` })),
  ]
  return found.filter((topic, index) => found.findIndex(({ id }) => id === topic.id) === index).slice(0, TOPICS_MOST)
}

/** One space between words, and nothing else. */
function plainWords(text: string): string {
  return text.replace(/[^\p{L}\p{N}-]+/gu, ' ')
}
