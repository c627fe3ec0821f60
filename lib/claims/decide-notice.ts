import { loadArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Forbidden, NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { ClaimDecision } from './claim-input'

/**
 * Somebody looked at a story whose claim changed since it was written, and says what becomes of it. Of two who decide, the first counts.
 * @throws NotFound, Forbidden
 */
export async function decideNotice(
  actor: Actor,
  { articleId, noticeId, decision }: { articleId: string; noticeId: string; decision: ClaimDecision },
): Promise<void> {
  await transaction(async (tx) => {
    const article = await loadArticle(tx, actor, articleId)
    authorise(actor, 'article.edit', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person decides.')
    const notice = await tx.claimNotice.findFirst({ where: { id: noticeId, articleId } })
    if (notice === null) throw new NotFound('This notice does not exist.')
    const { count } = await tx.claimNotice.updateMany({
      where: { id: noticeId, decidedAt: null },
      data: { decision, decidedAt: now(), decidedById: actor.id },
    })
    if (count === 0) return
    const detail = { articleId, decision, standing: notice.standing }
    await recordEvent(tx, actor, { action: 'claim.decide', thing: 'claim', thingId: notice.claimId, detail })
  })
}
