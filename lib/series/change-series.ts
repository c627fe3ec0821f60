import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { checkSeries } from './check-series'
import { getSeries, lockSeries } from './series'
import type { SeriesInput } from './series-input'
import { seriesTags } from './series-tags'

/**
 * Gives a series another name, address or description. Its former address goes on leading to it.
 * @throws Forbidden, NotFound
 * @throws Invalid when name or address cannot be
 */
export async function changeSeries(actor: Actor, { id, ...input }: SeriesInput & { id: string }): Promise<void> {
  authorise(actor, 'series.edit')
  const tags = await transaction(async (tx) => {
    await lockSeries(tx)
    const own = await getSeries(tx, id)
    const row = await checkSeries(tx, input, own)
    await tx.series.update({ where: { id }, data: row })
    const detail = own.slug === row.slug ? {} : { slug: row.slug, formerSlug: own.slug }
    await recordEvent(tx, actor, { action: 'series.edit', thing: 'series', thingId: id, detail })
    const tags = await seriesTags(tx, id)
    await notifyPurge(tx, tags)
    return tags
  })
  purgeLocally(tags)
}
