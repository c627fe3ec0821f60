import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { listPartIds, lockSeries } from './series'
import { seriesTags } from './series-tags'

/**
 * Takes an article out of a series. The article itself stays as it is.
 * @throws Forbidden
 * @throws NotFound when it is no part of it
 */
export async function removePart(
  actor: Actor,
  { seriesId, articleId }: { seriesId: string; articleId: string },
): Promise<void> {
  authorise(actor, 'series.edit')
  const tags = await transaction(async (tx) => {
    await lockSeries(tx)
    if (!(await listPartIds(tx, seriesId)).includes(articleId))
      throw new NotFound('This article is not a part of the series any more.')
    // Before it goes: its own page tells of the series, too.
    const tags = await seriesTags(tx, seriesId)
    await tx.seriesPart.delete({ where: { articleId } })
    const detail = { removed: articleId }
    await recordEvent(tx, actor, { action: 'series.edit', thing: 'series', thingId: seriesId, detail })
    await notifyPurge(tx, tags)
    return tags
  })
  purgeLocally(tags)
}
