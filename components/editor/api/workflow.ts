import type { ArticleStanding } from '@/lib/articles/get-standing'
import type { PlainMove } from '@/lib/articles/move-article'
import type { CorrectionInput } from '@/lib/corrections/correction-input'
import type { ZonedTimeInWords } from '@/lib/schedule/explain-zoned-time'
import type { TimeInput } from '@/lib/schedule/time-input'
import { request } from './request'

export type { ArticleStanding, PlainMove, TimeInput, ZonedTimeInWords }

/** Where the article stands, and what this person may do about it. */
export function readStanding(id: string): Promise<ArticleStanding> {
  return request(`/api/documents/${id}/standing`)
}

/** @param version for approvals: what the person saw */
export function moveArticle(id: string, move: PlainMove, note: string, version?: number): Promise<unknown> {
  const body = { move, note, ...(version === undefined ? {} : { version }) }
  return request(`/api/documents/${id}/move`, { method: 'POST', body })
}

/** What a time on the clocks of a zone means. */
export function readZonedTime(local: string, zone: string, signal: AbortSignal): Promise<ZonedTimeInWords> {
  return request(`/api/zoned-time?${new URLSearchParams({ local, zone })}`, { signal })
}

export function schedulePublication(
  id: string,
  time: TimeInput,
  {
    overrideReason,
    correction,
    ...seen
  }: {
    version: number
    of: 'article' | 'changes'
    overrideReason: string | undefined
    correction: CorrectionInput | undefined
  },
): Promise<{ at: string }> {
  const body = {
    time,
    ...seen,
    ...(overrideReason === undefined ? {} : { overrideReason }),
    ...(correction === undefined ? {} : { correction }),
  }
  return request(`/api/documents/${id}/schedule`, { method: 'POST', body })
}

export function scheduleUnpublishing(id: string, time: TimeInput, reason: string): Promise<{ at: string }> {
  return request(`/api/documents/${id}/schedule/unpublishing`, { method: 'POST', body: { time, reason } })
}

export function cancelSchedule(id: string, of: 'publication' | 'unpublishing'): Promise<unknown> {
  return request(`/api/documents/${id}/schedule/cancel`, { method: 'POST', body: { of } })
}

export function setEmbargo(id: string, time: TimeInput): Promise<{ until: string }> {
  return request(`/api/documents/${id}/embargo`, { method: 'POST', body: { time } })
}

export function liftEmbargo(id: string, reason: string): Promise<unknown> {
  return request(`/api/documents/${id}/embargo/lift`, { method: 'POST', body: { reason } })
}

export function killArticle(id: string, reason: string): Promise<unknown> {
  return request(`/api/documents/${id}/kill`, { method: 'POST', body: { reason } })
}
