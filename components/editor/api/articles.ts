import type { ArticleState } from '@/lib/articles/state'
import { request } from './request'

/** An article as something to link to. `date` is its first publication, or its last edit before that. */
export type LinkTarget = {
  id: string
  headline: string
  state: ArticleState
  sectionName: string | null
  date: string
  path: string | null
  isPublic: boolean
  /** Of the main image; `widths` in pixels. */
  picture: { id: string; widths: number[] } | null
}

/** Articles whose headline holds the words; the newest without words. */
export async function searchArticles(words: string, signal?: AbortSignal): Promise<LinkTarget[]> {
  const query = new URLSearchParams({ q: words.slice(0, 200), limit: '20' })
  return (await request<{ articles: LinkTarget[] }>(`/api/articles/search?${query}`, { signal })).articles
}

/** The article of ours that an address stands for, or null. */
export async function findArticleByUrl(url: string, signal?: AbortSignal): Promise<LinkTarget | null> {
  const query = new URLSearchParams({ url })
  return (await request<{ article: LinkTarget | null }>(`/api/articles/by-url?${query}`, { signal })).article
}

/** Articles by id, as they are now; what does not exist is missing. At most 100 at once. */
export async function readArticleCards(ids: readonly string[]): Promise<LinkTarget[]> {
  const query = new URLSearchParams({ ids: ids.join(',') })
  return (await request<{ articles: LinkTarget[] }>(`/api/articles/cards?${query}`)).articles
}

/** The person chose it: next time it stands first. Nothing depends on its being remembered. */
export function rememberChoice(id: string): void {
  request('/api/articles/chosen', { method: 'POST', body: { id } }).catch(() => undefined)
}
