import type { Legal, LegalAnswer } from '@/lib/legal/get-legal'
import { request } from './request'

export type { Legal, LegalAnswer }

/** Where the article stands with legal. */
export function readLegal(id: string): Promise<Legal> {
  return request(`/api/documents/${id}/legal`)
}

export function requireLegal(id: string): Promise<unknown> {
  return request(`/api/documents/${id}/legal/require`, { method: 'POST', body: {} })
}

export function waiveLegal(id: string, reason: string): Promise<unknown> {
  return request(`/api/documents/${id}/legal/waive`, { method: 'POST', body: { reason } })
}

export function askLegal(id: string, question: string): Promise<unknown> {
  return request(`/api/documents/${id}/legal/ask`, { method: 'POST', body: { question } })
}

/** @param hash what the person looked at: nothing else is signed */
export function signLegal(
  id: string,
  answer: { verdict: 'SIGNED' | 'CONDITIONS' | 'REFUSED'; words: string; hash: string },
): Promise<unknown> {
  return request(`/api/documents/${id}/legal/sign`, { method: 'POST', body: answer })
}
