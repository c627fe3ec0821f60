import { lastToTouch, recordEvent } from '../audit'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import type { EditResult } from '../shelves/edit-result'
import { checkSeries } from './check-series'
import { getSeries, lockSeries } from './series'
import type { SeriesInput } from './series-input'
import { seriesTags } from './series-tags'

type ChangeInput = SeriesInput & {
  id: string
  /** The version of the series that the person saw. */
  baseVersion: number
}

type ChangeResult = EditResult<SeriesInput>

/**
 * Gives a series another name, address or description. Its former address goes on leading to it. When somebody else changed it
 * meanwhile nothing is written and both are known.
 * @throws Forbidden, NotFound
 * @throws Invalid when name or address cannot be
 */
export async function changeSeries(actor: Actor, { id, baseVersion, ...input }: ChangeInput): Promise<ChangeResult> {
  authorise(actor, 'series.edit')
  const { tags, result } = await transaction<{ tags: string[]; result: ChangeResult }>(async (tx) => {
    await lockSeries(tx)
    const own = await getSeries(tx, id)
    if (own.version !== baseVersion) {
      const { version, name, slug, description } = own
      const by = await lastToTouch(tx, 'series', id)
      return { tags: [], result: { kind: 'clash', version, standing: { name, slug, description }, by } }
    }
    const row = await checkSeries(tx, input, own)
    await tx.series.update({ where: { id }, data: { ...row, version: { increment: 1 } } })
    const detail = own.slug === row.slug ? {} : { slug: row.slug, formerSlug: own.slug }
    await recordEvent(tx, actor, { action: 'series.edit', thing: 'series', thingId: id, detail })
    const tags = await seriesTags(tx, id)
    await notifyPurge(tx, tags)
    return { tags, result: { kind: 'saved' } }
  })
  purgeLocally(tags)
  return result
}
