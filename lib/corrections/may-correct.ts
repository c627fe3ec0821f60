import { type LoadedArticle, ownersOf } from '../articles/load-article'
import { Conflict } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { CorrectionInput } from './correction-input'

/**
 * Whether this note may come with the next edition. Who publishes may write one; a retraction takes the article from readers in all but
 * its address, and asks for the right to do that.
 *
 * @throws Forbidden
 * @throws Conflict where readers never had the article
 */
export function assertMayCorrect(actor: Actor, article: LoadedArticle, { kind }: CorrectionInput): void {
  authorise(actor, 'article.publish', ownersOf(article))
  if (kind === 'RETRACTION') authorise(actor, 'article.unpublish', ownersOf(article))
  if (article.firstPublishedAt === null)
    throw new Conflict('Readers have not had this article yet: there is nothing to put right for them.')
}
