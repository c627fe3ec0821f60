import { database, type Transaction } from '../db/database'
import { cardsOf } from './change-layout'
import type { FrontLayout } from './layout'

/** What the articles of layouts are called in the newsroom, by id. What is deleted is missing. */
export async function nameArticles(
  layouts: readonly FrontLayout[],
  tx: Transaction = database(),
): Promise<Map<string, string>> {
  const ids = layouts.flatMap((layout) => cardsOf(layout).map(({ articleId }) => articleId))
  const rows = await tx.article.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, headline: true, slugline: true },
  })
  return new Map(rows.map(({ id, headline, slugline }) => [id, headline || slugline || 'Without a headline']))
}
