import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { Forbidden, Invalid } from '../errors'
import { raiseLinkNotices } from '../links/raise-link-notices'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { seriesTagsOf } from '../series/series-tags'
import { lockThreadsOf } from '../threads/lock-threads'
import { rethread } from '../threads/rethread'
import { cutRevision } from './cut-revision'
import { leaveAddress } from './former-addresses'
import { assertNotHeld } from './holds'
import { type LoadedArticle, lockArticle, lockDraft, ownersOf } from './load-article'
import { publicationTags } from './publication-tags'
import { stateAfter } from './state'

type UnpublishInput = {
  articleId: string
  /** A sentence that readers will see at the old address. */
  reason: string
}

/**
 * Takes an article from readers. Its addresses answer 410 with the reason; cards and links to it vanish or become words.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when the article is not public
 * @throws Invalid without a reason
 */
export async function unpublishArticle(actor: Actor, { articleId, reason }: UnpublishInput): Promise<void> {
  const publicReason = parseReason(reason)
  const tags = await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.unpublish', ownersOf(article))
    assertNotHeld(actor, article)
    if (actor.kind !== 'person') throw new Forbidden('Only a person unpublishes.')
    const state = stateAfter('unpublish', article.state)
    await lockThreadsOf(tx, article.publishedFollowsId)
    await withdraw(tx, article)
    await tx.article.update({
      where: { id: articleId },
      data: { state, unpublishedAt: now(), unpublishReason: publicReason, hasUnpublishedChanges: false },
    })
    await raiseLinkNotices(tx, articleId, 'UNPUBLISHED')
    const draft = await lockDraft(tx, articleId)
    await cutRevision(tx, actor, { articleId, ...draft, reason: 'UNPUBLISHED' })
    await recordEvent(tx, actor, {
      action: 'article.unpublish',
      thing: 'article',
      thingId: articleId,
      detail: { reason: publicReason },
    })
    const thread = await rethread(tx, articleId, article.publication?.threadId ?? null)
    const tags = publicationTags(article, null, thread, await seriesTagsOf(tx, articleId))
    await notifyPurge(tx, tags)
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
    return tags
  })
  purgeLocally(tags)
}

function parseReason(reason: string): string {
  const trimmed = reason.trim()
  const message =
    trimmed === '' ? 'Say why: readers at the old address will see it.' : 'At most 500 characters fit here.'
  if (trimmed === '' || trimmed.length > 500)
    throw new Invalid(message, [{ field: 'reason', code: 'reason', message, severity: 'blocking' }])
  return trimmed
}

async function withdraw(tx: Transaction, { id, publication }: LoadedArticle): Promise<void> {
  if (publication === null) return
  await tx.publication.delete({ where: { articleId: id } })
  await tx.link.deleteMany({ where: { fromArticleId: id, layer: 'PUBLIC' } })
  await leaveAddress(tx, id, publication)
}
