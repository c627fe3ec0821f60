import { recordEvent } from '../audit'
import { askToTellReaders } from '../breaking/ask-to-tell-readers'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Forbidden } from '../errors'
import { nudgeHub } from '../jobs/nudge-hub'
import { nudgeMail } from '../jobs/nudge-mail'
import { nudgeSoon } from '../jobs/nudge-soon'
import { raiseLinkNotices, withdrawLinkNotices } from '../links/raise-link-notices'
import { tell } from '../notifications/tell'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { purgeLocally } from '../reader-cache/purge'
import { NOTHING_TO_GO_AWAY, NOTHING_TO_GO_OUT } from '../schedule/nothing-scheduled'
import { noteWithdrawal } from '../webhooks/note-withdrawal'
import { cutRevision } from './cut-revision'
import { lockArticle, lockDraft, ownersOf } from './load-article'
import { stateAfter } from './state'
import { parsePublicReason, withdraw } from './unpublish-article'

/**
 * Kills an article that readers have or had: it will not come back, and everybody who received it is told. Its addresses answer
 * 410 with the reason, feeds carry a tombstone, and each article that points at it stands on its desk's list. Where readers had an alert of
 * it, a notice to them waits for an editor. A hold does not stop
 * it: what has to go goes at once.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when readers never had it
 * @throws Invalid without a reason
 */
export async function killArticle(
  actor: Actor,
  { articleId, reason }: { articleId: string /** A sentence that readers will see. */; reason: string },
): Promise<void> {
  const publicReason = parsePublicReason(reason)
  const tags = await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.kill', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person kills an article.')
    const after = stateAfter('kill', article)
    const tags = await withdraw(tx, article)
    const at = now()
    await tx.article.update({
      where: { id: articleId },
      data: {
        ...after,
        ...NOTHING_TO_GO_OUT,
        ...NOTHING_TO_GO_AWAY,
        stateChangedAt: at,
        stateChangedById: actor.id,
        killedAt: at,
        unpublishedAt: article.unpublishedAt ?? at,
        unpublishReason: publicReason,
        hasUnpublishedChanges: false,
      },
    })
    await withdrawLinkNotices(tx, articleId, 'UNPUBLISHED')
    await raiseLinkNotices(tx, articleId, 'KILLED')
    const draft = await lockDraft(tx, articleId)
    await cutRevision(tx, actor, { articleId, ...draft, reason: 'KILLED' })
    await recordEvent(tx, actor, {
      action: 'article.kill',
      thing: 'article',
      thingId: articleId,
      detail: { from: article.state, reason: publicReason },
    })
    const { ownerIds, leadIds = [] } = ownersOf(article)
    const pointing = await tx.link.findMany({
      where: { toArticleId: articleId },
      distinct: ['fromArticleId'],
      select: { from: { select: { createdById: true, ownerId: true } } },
    })
    const news = { kind: 'KILLED', article, by: actor, about: articleId } as const
    await tell(tx, { ...news, to: [...ownerIds, ...leadIds], text: publicReason })
    // Nobody is told twice: who had it above has more to do with it than a link.
    const linking = pointing.flatMap(({ from }) => [from.createdById, from.ownerId ?? from.createdById])
    await tell(tx, { ...news, to: linking, text: `${publicReason} An article of yours links to it.` })
    await askToTellReaders(tx, actor, article, publicReason)
    await noteWithdrawal(tx, article, { kind: 'article.killed', at, reason: publicReason })
    return tags
  })
  purgeLocally(tags)
  nudgeSoon(nudgeMail, nudgeHub)
}
