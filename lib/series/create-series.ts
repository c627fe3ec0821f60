import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { checkSeries } from './check-series'
import { lockSeries } from './series'
import type { SeriesInput } from './series-input'

/**
 * A new series without parts: readers hear of it when one of its parts is public.
 * @throws Forbidden
 * @throws Invalid when name or address cannot be
 */
export async function createSeries(actor: Actor, input: SeriesInput): Promise<{ id: string; slug: string }> {
  authorise(actor, 'series.edit')
  return transaction(async (tx) => {
    await lockSeries(tx)
    const row = await checkSeries(tx, input, null)
    const id = newId()
    await tx.series.create({ data: { id, ...row, createdAt: now() } })
    await recordEvent(tx, actor, { action: 'series.create', thing: 'series', thingId: id })
    return { id, slug: row.slug }
  })
}
