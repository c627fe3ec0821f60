import { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { Conflict, Forbidden, Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { instantOf, TimeInput } from '../schedule/time-input'
import { assertNotHeld } from './holds'
import { lockArticle, ownersOf } from './load-article'

export const SetEmbargo = z.strictObject({ time: TimeInput })

/**
 * Keeps an article from everybody outside the newsroom until an instant. Whoever may write it may set an embargo, or move it to a later
 * time; what would end it earlier is {@link liftEmbargo}.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when readers have the article, or have had it
 * @throws Invalid when the time has passed, is before the present embargo, or after the time for which the article is scheduled
 */
export async function setEmbargo(
  actor: Actor,
  { articleId, time }: { articleId: string } & z.infer<typeof SetEmbargo>,
): Promise<{ until: Date }> {
  const until = instantOf(time)
  return transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'embargo.set', ownersOf(article))
    assertNotHeld(actor, article)
    if (actor.kind !== 'person') throw new Forbidden('Only a person sets an embargo.')
    if (article.firstPublishedAt !== null)
      throw new Conflict('Readers have had this article: an embargo would come too late.')
    const at = await databaseTime(tx)
    const { embargoUntil, publishAt } = article
    if (until <= at) throw wrong('This time has passed.')
    if (embargoUntil !== null && embargoUntil > at && until < embargoUntil)
      throw wrong('That is before the embargo ends. Lift it with a reason instead.')
    if (publishAt !== null && publishAt < until)
      throw wrong('The article is scheduled to go out before that. Take it off the schedule first.')
    await tx.article.update({ where: { id: articleId }, data: { embargoUntil: until } })
    await recordEvent(tx, actor, {
      action: 'embargo.set',
      thing: 'article',
      thingId: articleId,
      detail: { until: until.toISOString(), before: embargoUntil?.toISOString() ?? null },
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
    return { until }
  })
}

function wrong(message: string): Invalid {
  return new Invalid(message, [{ field: 'time', code: 'time', message, severity: 'blocking' }])
}
