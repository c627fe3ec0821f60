import { request } from './request'

/** @throws RequestFailed with a sentence that says who holds it, when somebody was faster */
export function holdArticle(id: string): Promise<unknown> {
  return request(`/api/documents/${id}/hold`, { method: 'POST', body: {} })
}

export function releaseHold(id: string): Promise<unknown> {
  return request(`/api/documents/${id}/hold/release`, { method: 'POST', body: {} })
}

/** @param from the person that it is taken from */
export function takeOverHold(id: string, from: string): Promise<unknown> {
  return request(`/api/documents/${id}/hold/take-over`, { method: 'POST', body: { from } })
}

/** The people who have the article open now. */
export async function listPeopleIn(id: string): Promise<readonly { id: string; name: string }[]> {
  const { present } = await request<{ present: Record<string, { id: string; name: string }[]> }>(
    `/api/presence?ids=${id}`,
  )
  return present[id] ?? []
}
