import type { Transaction } from '../db/database'
import { NotFound } from '../errors'

/** How many parts a series may have: each page of it counts them. */
export const PARTS_MOST = 100

export type Series = {
  id: string
  slug: string
  name: string
  description: string
  /** How often its form was saved. */
  version: number
}

/**
 * Whoever changes series comes one after the other until the transaction ends: an order is right only as a whole. Take it after
 * the article's own lock, always in this order.
 */
export async function lockSeries(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst_series'))`
}

/** @throws NotFound */
export async function getSeries(tx: Transaction, id: string): Promise<Series> {
  const select = { id: true, slug: true, name: true, description: true, version: true } as const
  const series = await tx.series.findUnique({ where: { id }, select })
  if (series === null) throw new NotFound('This series does not exist any more.')
  return series
}

/** The articles of a series in its order, public or not. */
export async function listPartIds(tx: Transaction, seriesId: string): Promise<string[]> {
  const parts = await tx.seriesPart.findMany({
    where: { seriesId },
    orderBy: [{ position: 'asc' }, { articleId: 'asc' }],
    select: { articleId: true },
  })
  return parts.map(({ articleId }) => articleId)
}

/** Makes this the order of a series. */
export async function writeOrder(tx: Transaction, articleIds: readonly string[]): Promise<void> {
  for (const [position, articleId] of articleIds.entries())
    await tx.seriesPart.update({ where: { articleId }, data: { position } })
}
