import type { PartyChoice } from '@/lib/claims/claim-input'
import type { ClaimBasis } from '@/lib/claims/claim-words'
import type { LikelyClaim } from '@/lib/claims/likely-claims'
import type { ListedClaim, ListedEvent, ListedNotice } from '@/lib/claims/list-article-claims'
import type { Party } from '@/lib/claims/parties'
import type { ClaimEventKind, ClaimStanding } from '@/lib/claims/standing'
import { request } from './request'

export type { LikelyClaim, ListedClaim, ListedEvent, ListedNotice, Party, PartyChoice }

/** Claims are marked in the name of `personId`: when somebody else has signed in meanwhile, the server refuses. */
type Place = { articleId: string; personId: string }

export type EventDetails = {
  saidAt: string | null
  toWhom: string
  place: string
  basis: ClaimBasis | null
  evidenceUrl: string
}

/** What is said of marked words. `claimId` null begins a claim. */
export type Marking = EventDetails & {
  eventId: string
  claimId: string | null
  kind: ClaimEventKind
  speaker: PartyChoice
  against: PartyChoice | null
  words: string
}

export type ArticleClaims = {
  claims: ListedClaim[]
  notices: ListedNotice[]
  /** Readers are told who says what; and whether this person may switch it where they have the story. */
  showsClaims: boolean
  mayShow: boolean
}

export function readArticleClaims(articleId: string, signal?: AbortSignal): Promise<ArticleClaims> {
  return request(`/api/documents/${articleId}/claims`, { signal })
}

export function markClaim(
  { articleId, personId }: Place,
  body: Marking,
): Promise<{ claimId: string; standing: ClaimStanding }> {
  return request(`/api/documents/${articleId}/claims`, { method: 'POST', body, personId })
}

export function changeEvent(
  { articleId, personId }: Place,
  eventId: string,
  body: Omit<Marking, 'eventId' | 'claimId' | 'words'>,
): Promise<unknown> {
  return request(`/api/documents/${articleId}/claims/${eventId}`, { method: 'PATCH', body, personId })
}

export type UsableSource = { id: string; codeName: string }

/** The sources that this person may put behind a claim. */
export async function listUsableSources(signal: AbortSignal): Promise<UsableSource[]> {
  return (await request<{ sources: UsableSource[] }>('/api/claims/sources', { signal })).sources
}

export function putBehind({ articleId, personId }: Place, eventId: string, sourceId: string): Promise<unknown> {
  const body = { sourceId }
  return request(`/api/documents/${articleId}/claims/${eventId}/sources`, { method: 'POST', body, personId })
}

export function removeEvent({ articleId, personId }: Place, eventId: string): Promise<unknown> {
  return request(`/api/documents/${articleId}/claims/${eventId}`, { method: 'DELETE', personId })
}

export function showClaims({ articleId, personId }: Place, shows: boolean): Promise<unknown> {
  return request(`/api/documents/${articleId}/claims/readers`, { method: 'PUT', body: { shows }, personId })
}

export function decideNotice(
  articleId: string,
  noticeId: string,
  decision: 'FINE' | 'UPDATE' | 'CORRECT',
): Promise<unknown> {
  return request(`/api/documents/${articleId}/claims/notices/${noticeId}`, { method: 'POST', body: { decision } })
}

/** Earlier claims that words may be telling of, likest first. */
export async function likelyClaims(words: string, speaker: string, signal: AbortSignal): Promise<LikelyClaim[]> {
  const query = new URLSearchParams({ words: words.slice(0, 600), speaker })
  return (await request<{ claims: LikelyClaim[] }>(`/api/claims/likely?${query}`, { signal })).claims
}

export async function searchParties(words: string, signal: AbortSignal): Promise<Party[]> {
  return (await request<{ parties: Party[] }>(`/api/claims/parties?${new URLSearchParams({ q: words })}`, { signal }))
    .parties
}
