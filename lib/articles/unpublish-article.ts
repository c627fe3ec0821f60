import { recordEvent } from '../audit'
import { endBannerOf } from '../breaking/end-banner-of'
import { stopAlertsOf } from '../breaking/stop-alerts-of'
import { claimsOnPagesOf, settleReaders } from '../claims/settle-readers'
import { type Transaction, transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { Forbidden, Invalid } from '../errors'
import { feedsOfEditions } from '../feeds/feeds-of-editions'
import { nudgeHub } from '../jobs/nudge-hub'
import { nudgeMail } from '../jobs/nudge-mail'
import { nudgeSoon } from '../jobs/nudge-soon'
import { raiseLinkNotices } from '../links/raise-link-notices'
import { menuTags } from '../menus/menu-tags'
import { tell } from '../notifications/tell'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import { NO_TIME_TO_GO_OUT, NOTHING_TO_GO_AWAY } from '../schedule/nothing-scheduled'
import { seriesTagsOf } from '../series/series-tags'
import { lockThreadsOf } from '../threads/lock-threads'
import { rethread } from '../threads/rethread'
import { noteWithdrawal } from '../webhooks/note-withdrawal'
import { noteFeedChange } from '../websub/note-feed-change'
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
  const publicReason = parsePublicReason(reason)
  const tags = await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    return takeFromReaders(tx, actor, article, { reason: publicReason })
  })
  purgeLocally(tags)
  nudgeSoon(nudgeMail, nudgeHub)
}

/**
 * The withdrawal itself, in the caller's transaction, with the article locked. After the commit the caller purges the tags here.
 * @returns the tags of what readers' pages showed of it
 * @throws as {@link unpublishArticle}
 */
export async function takeFromReaders(
  tx: Transaction,
  actor: Actor,
  article: LoadedArticle,
  { reason, isScheduled = false }: { reason: string; isScheduled?: boolean },
): Promise<string[]> {
  const { id } = article
  authorise(actor, 'article.unpublish', ownersOf(article))
  if (!isScheduled) assertNotHeld(actor, article)
  if (actor.kind !== 'person') throw new Forbidden('Only a person unpublishes.')
  const after = stateAfter('unpublish', article)
  const tags = await withdraw(tx, article)
  const at = await databaseTime(tx)
  await tx.article.update({
    where: { id },
    data: {
      ...after,
      ...NO_TIME_TO_GO_OUT,
      ...NOTHING_TO_GO_AWAY,
      stateChangedAt: at,
      stateChangedById: actor.id,
      unpublishedAt: at,
      unpublishReason: reason,
      hasUnpublishedChanges: false,
    },
  })
  await raiseLinkNotices(tx, id, 'UNPUBLISHED')
  const draft = await lockDraft(tx, id)
  await cutRevision(tx, actor, { articleId: id, ...draft, reason: 'UNPUBLISHED' })
  await recordEvent(tx, actor, {
    action: 'article.unpublish',
    at,
    thing: 'article',
    thingId: id,
    detail: { reason, ...(isScheduled ? { isScheduled } : {}) },
  })
  await tell(tx, {
    kind: 'UNPUBLISHED',
    article,
    by: actor,
    about: `${id} ${at.getTime()}`,
    to: ownersOf(article).ownerIds,
    text: reason,
  })
  await noteWithdrawal(tx, article, { kind: 'article.unpublished', at, reason })
  return tags
}

/** The sentence that readers will see. @throws Invalid when it is empty or longer than 500 characters */
export function parsePublicReason(reason: string): string {
  const trimmed = reason.trim()
  const message =
    trimmed === '' ? 'Say why: readers at the old address will see it.' : 'At most 500 characters fit here.'
  if (trimmed === '' || trimmed.length > 500)
    throw new Invalid(message, [{ field: 'reason', code: 'reason', message, severity: 'blocking' }])
  return trimmed
}

/**
 * Takes from readers what they have of an article: its publication, its links, its place in thread and series. Its address leads
 * to it, and so to the reason.
 * @returns the tags of the pages that showed it
 */
export async function withdraw(tx: Transaction, article: LoadedArticle): Promise<string[]> {
  const { id, publication } = article
  await lockThreadsOf(tx, article.publishedFollowsId)
  const told = await claimsOnPagesOf(tx, id)
  if (publication !== null) {
    await tx.publication.delete({ where: { articleId: id } })
    await tx.link.deleteMany({ where: { fromArticleId: id, layer: 'PUBLIC' } })
    await tx.claimUse.deleteMany({ where: { articleId: id, layer: 'PUBLIC' } })
    await tx.quote.deleteMany({ where: { articleId: id, layer: 'PUBLIC' } })
    await leaveAddress(tx, id, publication)
  }
  await endBannerOf(tx, id)
  await stopAlertsOf(tx, id, 'The article was withdrawn.')
  const thread = await rethread(tx, id, publication?.threadId ?? null)
  const tags = publicationTags(article, null, {
    thread,
    series: await seriesTagsOf(tx, id),
    feeds: await feedsOfEditions(tx, id),
    claims: await settleReaders(tx, told),
    corrections: (await tx.correction.count({ where: { articleId: id } })) > 0 ? [tag.corrections] : [],
    menus: await menuTags(
      tx,
      id,
      (publication?.topics ?? []).map(({ topicId }) => topicId),
    ),
  })
  await notifyPurge(tx, tags)
  await noteFeedChange(tx, tags)
  await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${id})`
  return tags
}
