import { request } from './request'

export type Section = { id: string; slug: string; name: string }
/** `alias` is the other name by which it was found. */
export type Topic = { id: string; name: string; alias?: string | null }
export type Byline = { id: string; name: string; hasLogin: boolean }
export type Newsletter = { id: string; name: string; description: string; frequency: string }

/** `slug` is the last part of its address. */
export async function searchTopics(words: string, signal?: AbortSignal): Promise<(Topic & { slug: string })[]> {
  const query = new URLSearchParams({ q: words })
  return (await request<{ topics: (Topic & { slug: string })[] }>(`/api/topics?${query}`, { signal })).topics
}

export function createTopic(name: string): Promise<Topic> {
  return request('/api/topics', { method: 'POST', body: { name } })
}

export async function searchBylines(words: string, signal?: AbortSignal): Promise<Byline[]> {
  return (await request<{ bylines: Byline[] }>(`/api/bylines?${new URLSearchParams({ q: words })}`, { signal })).bylines
}

/** A byline for somebody without a login. */
export function createByline(name: string): Promise<Byline> {
  return request('/api/bylines', { method: 'POST', body: { name } })
}
