import type { ListedComment, ListedThread } from '@/lib/comments/list-threads'
import { request } from './request'

export type { ListedComment, ListedThread }

/** Comments are written in the name of `personId`: when somebody else has signed in meanwhile, the server refuses. */
type Place = { articleId: string; personId: string }

export async function listThreads({ articleId, personId }: Place): Promise<ListedThread[]> {
  return (await request<{ threads: ListedThread[] }>(`/api/documents/${articleId}/comments`, { personId })).threads
}

export function startThread(place: Place, body: { threadId: string; quote: string; text: string }): Promise<unknown> {
  const { articleId, personId } = place
  return request(`/api/documents/${articleId}/comments`, { method: 'POST', body, personId })
}

export function sendReply(
  place: Place,
  { threadId, ...body }: { threadId: string; commentId: string; text: string },
): Promise<unknown> {
  return request(pathOf(place, threadId), { method: 'POST', body, personId: place.personId })
}

export function resolveThread(place: Place, threadId: string, isResolved: boolean): Promise<unknown> {
  return request(pathOf(place, threadId), { method: 'PATCH', body: { isResolved }, personId: place.personId })
}

export function editComment(
  place: Place,
  ids: { threadId: string; commentId: string },
  text: string,
): Promise<unknown> {
  const path = `${pathOf(place, ids.threadId)}/${ids.commentId}`
  return request(path, { method: 'PATCH', body: { text }, personId: place.personId })
}

export function deleteComment(place: Place, ids: { threadId: string; commentId: string }): Promise<unknown> {
  const path = `${pathOf(place, ids.threadId)}/${ids.commentId}`
  return request(path, { method: 'DELETE', personId: place.personId })
}

function pathOf({ articleId }: Place, threadId: string): string {
  return `/api/documents/${articleId}/comments/${threadId}`
}
