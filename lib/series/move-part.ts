import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { listPartIds, lockSeries, writeOrder } from './series'
import { seriesTags } from './series-tags'

type MoveInput = { seriesId: string; articleId: string; to: 'up' | 'down' }

/**
 * Moves a part one place up or down in its series. At the end nothing happens.
 * @throws Forbidden
 * @throws NotFound when it is no part of it
 */
export async function movePart(actor: Actor, { seriesId, articleId, to }: MoveInput): Promise<void> {
  authorise(actor, 'series.edit')
  const tags = await transaction(async (tx) => {
    await lockSeries(tx)
    const parts = await listPartIds(tx, seriesId)
    const from = parts.indexOf(articleId)
    if (from === -1) throw new NotFound('This article is not a part of the series any more.')
    const other = parts[from + (to === 'up' ? -1 : 1)]
    if (other === undefined) return []
    const order = parts.map((id) => (id === articleId ? other : id === other ? articleId : id))
    await writeOrder(tx, order)
    const detail = { moved: to, articleId }
    await recordEvent(tx, actor, { action: 'series.edit', thing: 'series', thingId: seriesId, detail })
    const tags = await seriesTags(tx, seriesId)
    await notifyPurge(tx, tags)
    return tags
  })
  purgeLocally(tags)
}
