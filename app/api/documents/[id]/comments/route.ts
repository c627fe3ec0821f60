import { StartThread } from '@/lib/comments/comment-input'
import { listThreads } from '@/lib/comments/list-threads'
import { startThread } from '@/lib/comments/start-thread'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'
import { assertSamePerson } from '../same-person'
import { COMMENT_BYTES } from './comment-params'

export const GET = route({ permission: 'article.read', params: articleParams }, async ({ actor, params, request }) => {
  assertSamePerson(actor, request.headers)
  return { threads: await listThreads(actor, params.id) }
})

export const POST = route(
  { permission: 'article.comment', params: articleParams, body: StartThread, mostBytes: COMMENT_BYTES },
  async ({ actor, params, body, request }) => {
    assertSamePerson(actor, request.headers)
    return startThread(actor, { articleId: params.id, ...body })
  },
)
