import { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { Conflict, Forbidden } from '../errors'
import { nudgeMail } from '../jobs/nudge-mail'
import { tell } from '../notifications/tell'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { lockArticle, ownersOf } from './load-article'
import { parseOverrideReason } from './override-reason'

export const LiftEmbargo = z.strictObject({ reason: z.string().max(2000) })

/**
 * Ends an embargo before its time. The desk is told, and the reason is kept.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when there is none any more
 * @throws Invalid without a reason
 */
export async function liftEmbargo(
  actor: Actor,
  { articleId, reason }: { articleId: string } & z.infer<typeof LiftEmbargo>,
): Promise<void> {
  const why = parseOverrideReason(reason)
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'embargo.lift', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person lifts an embargo.')
    const { embargoUntil } = article
    if (embargoUntil === null || embargoUntil <= (await databaseTime(tx)))
      throw new Conflict('There is no embargo on this article any more.')
    await tx.article.update({ where: { id: articleId }, data: { embargoUntil: null } })
    await recordEvent(tx, actor, {
      action: 'embargo.lift',
      thing: 'article',
      thingId: articleId,
      detail: { until: embargoUntil.toISOString(), reason: why },
    })
    const members = article.deskId === null ? [] : await tx.deskMember.findMany({ where: { deskId: article.deskId } })
    await tell(tx, {
      kind: 'EMBARGO_LIFTED',
      article,
      by: actor,
      about: `${articleId} ${embargoUntil.getTime()}`,
      to: [...ownersOf(article).ownerIds, ...members.map(({ personId }) => personId)],
      text: why,
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
  await nudgeMail()
}
