import { lockArticle } from '../articles/load-article'
import { recordEvent } from '../audit'
import { type Transaction, transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { refusal } from '../shelves/refusal'
import { getSeries, listPartIds, lockSeries, PARTS_MOST } from './series'
import { seriesTags } from './series-tags'

type PartInput = { seriesId: string; articleId: string }

/**
 * Makes an article the last part of a series. It may be a draft: readers get it with the others when it is published.
 * @throws Forbidden, NotFound
 * @throws Invalid when it is a part already, here or elsewhere, or when the series is full
 */
export async function addPart(actor: Actor, { seriesId, articleId }: PartInput): Promise<void> {
  authorise(actor, 'series.edit')
  const tags = await transaction(async (tx) => {
    await lockArticle(tx, actor, articleId)
    await lockSeries(tx)
    const { id } = await getSeries(tx, seriesId)
    await assertInNone(tx, articleId, id)
    const parts = await listPartIds(tx, id)
    if (parts.length >= PARTS_MOST) throw refusal('articleId', 'full', `A series has at most ${PARTS_MOST} parts.`)
    const last = await tx.seriesPart.aggregate({ where: { seriesId: id }, _max: { position: true } })
    await tx.seriesPart.create({ data: { articleId, seriesId: id, position: (last._max.position ?? -1) + 1 } })
    await recordEvent(tx, actor, { action: 'series.edit', thing: 'series', thingId: id, detail: { added: articleId } })
    const tags = await seriesTags(tx, id)
    await notifyPurge(tx, tags)
    return tags
  })
  purgeLocally(tags)
}

async function assertInNone(tx: Transaction, articleId: string, seriesId: string): Promise<void> {
  const part = await tx.seriesPart.findUnique({ where: { articleId }, select: { series: true } })
  if (part === null) return
  const message =
    part.series.id === seriesId
      ? 'This article is a part of the series already.'
      : `This article is a part of “${part.series.name}”. Take it out there first.`
  throw refusal('articleId', 'taken', message)
}
