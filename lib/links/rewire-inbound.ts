import { changeDraft } from '../articles/change-draft'
import { loadArticle } from '../articles/load-article'
import { now } from '../clock'
import { database } from '../db/database'
import { Invalid, KnownError } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { rewireLinks } from './rewire-links'

type Rewiring = {
  /** What the links lead to now. */
  articleId: string
  /** Where they shall lead; null makes words of them. */
  to: string | null
  /** The articles that point there and are to be changed. At most 25 at once: the page shows how far it is. */
  fromArticleIds: readonly string[]
}

export type Rewired = { changed: string[]; failed: { id: string; message: string }[] }

/**
 * Changes what points at an article, in the drafts of the articles that do. Each change is an edit in its article's history;
 * an article that cannot be changed (somebody holds it, the actor may not) does not stop the others and says why. Readers
 * get it with each article's next publication.
 *
 * @throws NotFound when one of the two ends does not exist
 * @throws Invalid when both ends are the same
 */
export async function rewireInbound(actor: Actor, { articleId, to, fromArticleIds }: Rewiring): Promise<Rewired> {
  authorise(actor, 'article.read')
  if (articleId === to) throw new Invalid('The links lead there already. Choose another article.')
  const old = await loadArticle(database(), actor, articleId)
  const next = to === null ? null : await loadArticle(database(), actor, to)
  const title = titleOf(old.headline, next?.headline ?? null)
  const outcome: Rewired = { changed: [], failed: [] }
  for (const id of fromArticleIds) {
    try {
      // An article does not link to itself.
      const end = id === to ? null : to
      await changeDraft(actor, {
        articleId: id,
        title,
        detail: { links: { from: articleId, to: end } },
        change: (transform) => void rewireLinks(transform, { from: articleId, to: end }),
      })
      await clearNotices(actor, id, articleId)
      outcome.changed.push(id)
    } catch (error) {
      if (!(error instanceof KnownError)) throw error
      outcome.failed.push({ id, message: error.message })
    }
  }
  return outcome
}

function titleOf(from: string, to: string | null): string {
  const name = from.trim() || 'an article without a headline'
  return to === null
    ? `Links to “${name}” became plain words`
    : `Links to “${name}” lead to “${to.trim() || 'an article without a headline'}” now`
}

/** Whoever changed the links has looked. */
async function clearNotices(actor: Actor, articleId: string, targetId: string): Promise<void> {
  await database().linkNotice.updateMany({
    where: { articleId, targetId, clearedAt: null },
    data: { clearedAt: now(), clearedById: actor.kind === 'person' ? actor.id : null },
  })
}
