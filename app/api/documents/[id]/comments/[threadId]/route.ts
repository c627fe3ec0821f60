import { z } from 'zod'
import { Reply } from '@/lib/comments/comment-input'
import { reopenThread } from '@/lib/comments/reopen-thread'
import { reply } from '@/lib/comments/reply'
import { resolveThread } from '@/lib/comments/resolve-thread'
import { route } from '@/lib/http/route'
import { assertSamePerson } from '../../same-person'
import { COMMENT_BYTES, threadParams } from '../comment-params'

export const POST = route(
  { permission: 'article.comment', params: threadParams, body: Reply, mostBytes: COMMENT_BYTES },
  async ({ actor, params, body, request }) => {
    assertSamePerson(actor, request.headers)
    return reply(actor, { articleId: params.id, threadId: params.threadId, ...body })
  },
)

export const PATCH = route(
  {
    permission: 'article.comment',
    params: threadParams,
    body: z.strictObject({ isResolved: z.boolean() }),
    mostBytes: COMMENT_BYTES,
  },
  async ({ actor, params, body, request }) => {
    assertSamePerson(actor, request.headers)
    const thread = { articleId: params.id, threadId: params.threadId }
    await (body.isResolved ? resolveThread(actor, thread) : reopenThread(actor, thread))
    return {}
  },
)
