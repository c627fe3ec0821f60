import { z } from 'zod'
import { lockArticle, ownersOf } from '../articles/load-article'
import { parseOverrideReason } from '../articles/override-reason'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { Conflict } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'

export const WaiveLegal = z.strictObject({ reason: z.string().max(2000) })

/**
 * The article needs no lawyer any more: said by somebody who signs, or who may pass over what stands in the way. The reason is kept.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when no lawyer is needed
 * @throws Invalid without a reason
 */
export async function waiveLegal(
  actor: Actor,
  { articleId, reason }: { articleId: string } & z.infer<typeof WaiveLegal>,
): Promise<void> {
  const why = parseOverrideReason(reason)
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    const owned = ownersOf(article)
    if (!can(actor, 'article.signLegal', owned)) authorise(actor, 'article.override', owned)
    if (!article.isLegalRequired) throw new Conflict('This article needs no lawyer.')
    await tx.article.update({ where: { id: articleId }, data: { isLegalRequired: false } })
    await recordEvent(tx, actor, {
      action: 'legal.waive',
      thing: 'article',
      thingId: articleId,
      detail: { reason: why },
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
}
