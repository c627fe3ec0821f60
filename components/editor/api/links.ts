import type { LinkNoticeReason } from '@/lib/links/raise-link-notices'
import type { LinkTarget } from './articles'
import { request } from './request'

export type InboundLink = {
  kind: 'INLINE' | 'READ_MORE' | 'RELATED' | 'SOURCE' | 'POST' | 'FOLLOWS'
  words: string
  /** Empty for cards. */
  sentence: string
  isPublic: boolean
  isInDraft: boolean
}

/** An article that points at the one that was asked about. */
export type InboundArticle = LinkTarget & { links: InboundLink[]; mayEdit: boolean }

export type InboundPage = { articles: InboundArticle[]; total: number; publicTotal: number; next: string | null }

export type LinkNotice = { id: string; reason: LinkNoticeReason; createdAt: string; target: LinkTarget }

/** What points at an article, what readers meet first. @param limit of articles, at most 100 */
export function readInbound(
  articleId: string,
  { after, limit, signal }: { after?: string | null; limit: number; signal?: AbortSignal },
): Promise<InboundPage> {
  const query = new URLSearchParams({ limit: String(limit), ...(after ? { after } : {}) })
  return request<InboundPage>(`/api/documents/${articleId}/inbound?${query}`, { signal })
}

/** Lets articles point elsewhere, or makes words of their links where `to` is null. At most 25 articles at once. */
export function rewireInbound(
  articleId: string,
  to: string | null,
  from: readonly string[],
): Promise<{ changed: string[]; failed: { id: string; message: string }[] }> {
  return request(`/api/documents/${articleId}/inbound`, { method: 'POST', body: { to, from } })
}

/** What happened to the targets of an article's links, until somebody has looked. */
export async function readLinkNotices(articleId: string, signal?: AbortSignal): Promise<LinkNotice[]> {
  return (await request<{ notices: LinkNotice[] }>(`/api/documents/${articleId}/link-notices`, { signal })).notices
}

export async function clearLinkNotice(articleId: string, noticeId: string): Promise<void> {
  await request(`/api/documents/${articleId}/link-notices`, { method: 'POST', body: { clear: noticeId } })
}

/** A story that the text should perhaps point at. */
export type SuggestedStory = LinkTarget & {
  /** In words: "Both name Marijke Aalders." */
  reasons: string[]
  /** The names that both have, as they stand in this text. */
  names: string[]
}

export type SuggestedTopic = { id: string; name: string; reason: string }

/** What a text should perhaps point at, and stand under. */
export function readSuggestedLinks(
  articleId: string,
  text: string,
  signal: AbortSignal,
): Promise<{ stories: SuggestedStory[]; topics: SuggestedTopic[] }> {
  return request(`/api/documents/${articleId}/suggested-links`, {
    method: 'POST',
    body: { text: text.slice(0, 300_000) },
    signal,
  })
}

export type Outbound = {
  articles: (LinkTarget & { times: number })[]
  addresses: { url: string; words: string; title: string | null; state: 'OK' | 'FAILING' | 'DEAD' | null }[]
}

/** What an article's draft points at, in the order of the text. */
export function readOutbound(articleId: string, signal: AbortSignal): Promise<Outbound> {
  return request<Outbound>(`/api/documents/${articleId}/outbound`, { signal })
}
