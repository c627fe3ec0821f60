import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { moveMenuEntries } from '../menus/move-menu-entries'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { getSeries, listPartIds, lockSeries } from './series'
import { seriesTags } from './series-tags'

/**
 * Deletes a series. Its parts stay as they are and are free for another. Where readers had something of it, each of its addresses says
 * that it is gone (410), until another series wants the address.
 *
 * @throws Forbidden, NotFound
 */
export async function deleteSeries(actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'series.edit')
  const tags = await transaction(async (tx) => {
    await lockSeries(tx)
    const { name, slug } = await getSeries(tx, id)
    const parts = await listPartIds(tx, id)
    // Before they go: the pages of its parts tell of it.
    const tags = [...(await seriesTags(tx, id)), ...(await moveMenuEntries(tx, 'series', id, null))]
    await leaveAddresses(tx, id)
    await tx.seriesPart.deleteMany({ where: { seriesId: id } })
    await tx.series.delete({ where: { id } })
    await recordEvent(tx, actor, {
      action: 'series.delete',
      thing: 'series',
      thingId: id,
      detail: { name, slug, parts },
    })
    await notifyPurge(tx, tags)
    return tags
  })
  purgeLocally(tags)
}

/** An address at which readers never had anything ends like one that never was. */
async function leaveAddresses(tx: Transaction, seriesId: string): Promise<void> {
  const had = await tx.seriesPart.count({ where: { seriesId, article: { firstPublishedAt: { not: null } } } })
  if (had === 0) await tx.seriesSlug.deleteMany({ where: { seriesId } })
  else await tx.seriesSlug.updateMany({ where: { seriesId }, data: { seriesId: null, goneAt: now() } })
}
