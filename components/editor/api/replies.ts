import type { PartyChoice } from '@/lib/claims/claim-input'
import type { ArticleReplies, ListedReply, ReplyValues, Unasked } from '@/lib/replies/list-replies'
import type { ReplyAnswer, ReplyWay } from '@/lib/replies/reply-words'
import type { EditResult } from '@/lib/shelves/edit-result'
import { request } from './request'

export type { ArticleReplies, ListedReply, ReplyValues, Unasked }

/** Entries are put down in the name of `personId`: when somebody else has signed in meanwhile, the server refuses. */
type Place = { articleId: string; personId: string }

/** What a form says of an entry. Times are what the clocks of `zone` show. */
export type ReplyInput = {
  party: PartyChoice
  contact: string
  question: string
  way: ReplyWay
  askedAt: string
  deadline: string
  answer: ReplyAnswer
  answerText: string
  answeredAt: string | null
  zone: string
}

export function readReplies(articleId: string, signal?: AbortSignal): Promise<ArticleReplies> {
  return request(`/api/documents/${articleId}/replies`, { signal })
}

export function logReply({ articleId, personId }: Place, body: ReplyInput & { replyId: string }): Promise<unknown> {
  return request(`/api/documents/${articleId}/replies`, { method: 'POST', body, personId })
}

export function changeReply(
  { articleId, personId }: Place,
  replyId: string,
  body: ReplyInput & { baseVersion: number },
): Promise<EditResult<ReplyValues>> {
  return request(`/api/documents/${articleId}/replies/${replyId}`, { method: 'PATCH', body, personId })
}
