import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { titlesOf } from '../document/document'
import { Forbidden, Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { cutRevision } from './cut-revision'
import { assertNotHeld } from './holds'
import { lockArticle, lockDraft, ownersOf } from './load-article'
import { stateAfter } from './state'

/**
 * Hands an article in: it now waits for an editor.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when it is not a draft
 * @throws Invalid without a headline, because nobody could find it in the queue
 */
export async function fileArticle(actor: Actor, { articleId }: { articleId: string }): Promise<void> {
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.file', ownersOf(article))
    assertNotHeld(actor, article)
    if (actor.kind !== 'person') throw new Forbidden('Only a person files.')
    const state = stateAfter('file', article.state)
    const draft = await lockDraft(tx, articleId)
    if (titlesOf(draft.document).headline === '') {
      const message = 'Give it a headline first, so that the desk can find it.'
      throw new Invalid(message, [{ field: 'headline', code: 'no-headline', message, severity: 'blocking' }])
    }
    await tx.article.update({ where: { id: articleId }, data: { state } })
    await cutRevision(tx, actor, { articleId, ...draft, reason: 'FILED' })
    await recordEvent(tx, actor, {
      action: 'article.file',
      thing: 'article',
      thingId: articleId,
      detail: { version: draft.version },
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
}
