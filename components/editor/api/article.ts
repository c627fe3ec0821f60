import type { FieldName } from '@/lib/articles/fields'
import type { DeskArticle } from '@/lib/articles/get-article-for-desk'
import type { CorrectionInput } from '@/lib/corrections/correction-input'
import type { Issue } from '@/lib/errors'
import { request } from './request'

export type { DeskArticle, FieldName }

/** The article as it stands on the server. */
export function readArticle(id: string): Promise<DeskArticle> {
  return request(`/api/documents/${id}`)
}

/**
 * Saves one field in the name of `personId`: when somebody else has signed in meanwhile, the server refuses.
 * @throws RequestFailed, with status 409 and `{ version, value, by }` as its answer when somebody else was first
 */
export function putField(
  id: string,
  personId: string,
  { field, value, baseVersion }: { field: FieldName; value: unknown; baseVersion: number },
  keepalive = false,
): Promise<{ version: number }> {
  const body = { field, value, baseVersion }
  return request(`/api/documents/${id}/fields`, { method: 'PUT', body, keepalive, personId })
}

/** A question of the checklist; `at` is ISO 8601. */
export type AskedQuestion = {
  ruleId: string
  question: string
  level: 'BLOCK' | 'WARN'
  tick: { name: string; at: string; version: number } | null
}

export type SavedIssues = {
  version: number
  issues: readonly Issue[]
  questions: readonly AskedQuestion[]
  /** The newsroom's zone, as the IANA writes it. */
  zone: string
}

/** What stands between the saved draft and its readers. */
export function readIssues(id: string): Promise<SavedIssues> {
  return request(`/api/documents/${id}/issues`)
}

/** @param version what the person looked at */
export function tickQuestion(id: string, ruleId: string, version: number): Promise<unknown> {
  return request(`/api/documents/${id}/checklist`, { method: 'POST', body: { ruleId, version } })
}

export function untickQuestion(id: string, ruleId: string): Promise<unknown> {
  return request(`/api/documents/${id}/checklist/untick`, { method: 'POST', body: { ruleId } })
}

type GoesWith = {
  /** Why it goes out although something on the checklist asks for a reason. */
  overrideReason?: string | undefined
  /** What readers are told of what changed. */
  correction?: CorrectionInput | undefined
}

/** @param version what the person looked at */
export function publishArticle(
  id: string,
  version: number,
  { overrideReason, correction }: GoesWith = {},
): Promise<{ path: string; edition: number }> {
  const body = {
    version,
    ...(overrideReason === undefined ? {} : { overrideReason }),
    ...(correction === undefined ? {} : { correction }),
  }
  return request(`/api/documents/${id}/publish`, { method: 'POST', body })
}

export function unpublishArticle(id: string, reason: string): Promise<unknown> {
  return request(`/api/documents/${id}/unpublish`, { method: 'POST', body: { reason } })
}

export function fileArticle(id: string): Promise<unknown> {
  return request(`/api/documents/${id}/file`, { method: 'POST', body: {} })
}
