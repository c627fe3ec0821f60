import type { LoadedArticle } from '../articles/load-article'

/** Why there can be no banner for an article, in a sentence; null where there can. @param at by the clock of the database */
export function refusalOf({ publication, embargoUntil }: LoadedArticle, at: Date): string | null {
  if (publication === null) return 'Only what readers have can be breaking news. Publish it first.'
  if (embargoUntil !== null && embargoUntil > at) return 'It is under embargo.'
  return null
}
