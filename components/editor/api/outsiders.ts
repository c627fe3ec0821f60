import type { Purpose } from '@/lib/outsiders/limits'
import type { ListedComment, ListedLink, Outsiders } from '@/lib/outsiders/list-outsiders'
import { request } from './request'

export type { ListedComment, ListedLink, Outsiders, Purpose }

/** Who reads the article by secret link, and what they wrote. */
export function readOutsiders(id: string): Promise<Outsiders> {
  return request(`/api/documents/${id}/outsiders`)
}

/** @returns the path with the secret, this once */
export function makeOutsiderLink(
  id: string,
  link: { purpose: Purpose; label: string; hours: number; version: number | null },
): Promise<{ id: string; path: string }> {
  return request(`/api/documents/${id}/outsiders`, { method: 'POST', body: link })
}

export function revokeOutsiderLink(id: string, linkId: string): Promise<unknown> {
  return request(`/api/documents/${id}/outsiders/${linkId}/revoke`, { method: 'POST', body: {} })
}

export function resolveOutsiderComment(id: string, commentId: string): Promise<unknown> {
  return request(`/api/documents/${id}/outsiders/comments/${commentId}/resolve`, { method: 'POST', body: {} })
}
