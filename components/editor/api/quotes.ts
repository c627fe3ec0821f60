import type { DifferingQuote } from '@/lib/quotes/list-article-quotes'
import { request } from './request'

export type { DifferingQuote }

/** What a story quotes otherwise than another one does. */
export function readDifferingQuotes(articleId: string, signal: AbortSignal): Promise<{ quotes: DifferingQuote[] }> {
  return request(`/api/documents/${articleId}/quotes`, { signal })
}
