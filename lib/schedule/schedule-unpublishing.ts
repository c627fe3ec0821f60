import { z } from 'zod'
import { assertNotHeld } from '../articles/holds'
import { lockArticle, ownersOf } from '../articles/load-article'
import { parsePublicReason } from '../articles/unpublish-article'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { Conflict, Forbidden, Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { instantOf, TimeInput } from './time-input'

export const ScheduleUnpublishing = z.strictObject({
  time: TimeInput,
  /** A sentence that readers will see at the address. */
  reason: z.string().max(2000),
})

/**
 * Has an article taken from readers at a time.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when readers neither have it nor will by then
 * @throws Invalid without a reason; when the time has passed, does not exist, comes twice, or is before the publication
 */
export async function scheduleUnpublishing(
  actor: Actor,
  { articleId, time, reason }: { articleId: string } & z.infer<typeof ScheduleUnpublishing>,
): Promise<{ at: Date }> {
  const unpublishAt = instantOf(time)
  const publicReason = parsePublicReason(reason)
  return transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.unpublish', ownersOf(article))
    assertNotHeld(actor, article)
    if (actor.kind !== 'person') throw new Forbidden('Only a person schedules.')
    if (article.state !== 'PUBLISHED' && article.state !== 'SCHEDULED')
      throw new Conflict('Readers do not have this article, and nothing says when they will.')
    const at = await databaseTime(tx)
    const isPast = unpublishAt <= at
    // What waits to go out would be called off by it without a word.
    if (isPast || (article.publishAt !== null && unpublishAt <= article.publishAt)) {
      const message = isPast
        ? 'This time has passed. Unpublish it now, or choose a later time.'
        : article.state === 'PUBLISHED'
          ? 'Changes to it go out after that. Take them off the schedule first.'
          : 'It goes out after that.'
      throw new Invalid(message, [{ field: 'time', code: 'time', message, severity: 'blocking' }])
    }
    await tx.article.update({
      where: { id: articleId },
      data: {
        unpublishAt,
        unpublishZone: time.zone,
        unpublishAtReason: publicReason,
        unpublishAtById: actor.id,
        unpublishFailure: null,
        unpublishAlarmedAt: null,
      },
    })
    await recordEvent(tx, actor, {
      action: 'article.scheduleUnpublishing',
      thing: 'article',
      thingId: articleId,
      detail: { at: unpublishAt.toISOString(), zone: time.zone, reason: publicReason },
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
    return { at: unpublishAt }
  })
}
