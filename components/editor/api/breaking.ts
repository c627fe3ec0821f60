import type { BreakingMinutes } from '@/lib/breaking/breaking-alert'
import type { Breaking, BreakingBanner } from '@/lib/breaking/get-breaking'
import { request } from './request'

export type { Breaking, BreakingBanner, BreakingMinutes }

/** What there is of breaking news about the article. */
export function readBreaking(id: string): Promise<Breaking> {
  return request(`/api/documents/${id}/breaking`)
}

export function startBreaking(
  id: string,
  breaking: { text: string; minutes: BreakingMinutes; isAlerting: boolean; overrideReason?: string },
): Promise<{ until: string }> {
  return request(`/api/documents/${id}/breaking`, { method: 'POST', body: breaking })
}

/** @param id of the article whose banner it is */
export function endBreaking(id: string): Promise<unknown> {
  return request(`/api/documents/${id}/breaking/end`, { method: 'POST', body: {} })
}

/** Has readers who had an alert of the killed article told, in these words. */
export function sendNotice(id: string, text: string): Promise<unknown> {
  return request(`/api/documents/${id}/breaking/notice`, { method: 'POST', body: { text } })
}

export function dropNotice(id: string): Promise<unknown> {
  return request(`/api/documents/${id}/breaking/notice/drop`, { method: 'POST', body: {} })
}
