import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import { tag } from '../reader-cache/tags'
import { listPartIds } from './series'

/**
 * What readers' pages may show of a series: its own page, the page of each part, and the page that said that there is none. Parts
 * that are not public are among them: one may be on its way out in another transaction.
 */
export async function seriesTags(tx: Transaction, seriesId: string): Promise<string[]> {
  const parts = await listPartIds(tx, seriesId)
  return [tag.series(seriesId), ...parts.map(tag.article), tag.everything]
}

/** The same for the series that an article is a part of; nothing where it is in none. */
export async function seriesTagsOf(tx: Transaction, articleId: string): Promise<string[]> {
  const [part] = await sqlOn(tx)<{ seriesId: string }>`
    SELECT "seriesId" FROM "SeriesPart" WHERE "articleId" = ${articleId}::uuid`
  return part === undefined ? [] : seriesTags(tx, part.seriesId)
}
