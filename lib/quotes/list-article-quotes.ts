import { loadArticle } from '../articles/load-article'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { type Difference, differencesOf } from './differences'

/** Words of a draft that other stories quote otherwise. */
export type DifferingQuote = { words: string; speaker: string; differences: Difference[] }

/** The most quotations of one story that are looked at. */
const QUOTES_MOST = 500

/**
 * What the draft of an article quotes otherwise than another story does, in the order of its text.
 * @throws Forbidden, NotFound
 */
export async function listDifferingQuotes(actor: Actor, articleId: string): Promise<{ quotes: DifferingQuote[] }> {
  authorise(actor, 'claim.read')
  await loadArticle(database(), actor, articleId)
  const quotes = await database().quote.findMany({
    where: { articleId, layer: 'DRAFT', differences: { some: {} } },
    orderBy: { position: 'asc' },
    take: QUOTES_MOST,
    select: { id: true, words: true, speaker: true },
  })
  const differences = await differencesOf(
    quotes.map(({ id }) => id),
    'all',
  )
  return {
    quotes: quotes.map(({ id, words, speaker }) => ({ words, speaker, differences: differences.get(id) ?? [] })),
  }
}
