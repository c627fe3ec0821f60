import { z } from 'zod'
import { assertNotHeld } from '../articles/holds'
import { lockArticle, ownersOf } from '../articles/load-article'
import { stateAfter } from '../articles/state'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Conflict, Forbidden } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { NO_TIME_TO_GO_OUT, NOTHING_TO_GO_AWAY } from './nothing-scheduled'

export const CancelSchedule = z.strictObject({ of: z.enum(['publication', 'unpublishing']) })

/**
 * Takes an article off the schedule. What never went out is again where it was before. The note to readers that was written for then
 * waits for the next publication.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when nothing is scheduled, or it has happened meanwhile
 */
export async function cancelSchedule(
  actor: Actor,
  { articleId, of }: { articleId: string } & z.infer<typeof CancelSchedule>,
): Promise<void> {
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, of === 'publication' ? 'article.publish' : 'article.unpublish', ownersOf(article))
    assertNotHeld(actor, article)
    if (actor.kind !== 'person') throw new Forbidden('Only a person schedules.')
    if ((of === 'publication' ? article.publishAt : article.unpublishAt) === null)
      throw new Conflict('Nothing is scheduled here any more.')
    const isUnscheduled = of === 'publication' && article.state === 'SCHEDULED'
    await tx.article.update({
      where: { id: articleId },
      data: {
        ...(of === 'publication' ? NO_TIME_TO_GO_OUT : NOTHING_TO_GO_AWAY),
        ...(isUnscheduled
          ? // What is not going out need not go away.
            {
              ...stateAfter('unschedule', article),
              ...NOTHING_TO_GO_AWAY,
              stateChangedAt: now(),
              stateChangedById: actor.id,
            }
          : {}),
      },
    })
    await recordEvent(tx, actor, { action: 'article.unschedule', thing: 'article', thingId: articleId, detail: { of } })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
}
