import { route } from '@/lib/http/route'
import { listReplies } from '@/lib/replies/list-replies'
import { logReply } from '@/lib/replies/log-reply'
import { LogReply } from '@/lib/replies/reply-input'
import { articleParams } from '../article-params'
import { assertSamePerson } from '../same-person'

export const GET = route({ permission: 'reply.read', params: articleParams }, ({ actor, params }) =>
  listReplies(actor, params.id),
)

export const POST = route(
  { permission: 'reply.log', params: articleParams, body: LogReply, mostBytes: 60_000 },
  async ({ actor, params, body, request }) => {
    assertSamePerson(actor, request.headers)
    await logReply(actor, { articleId: params.id, ...body })
    return {}
  },
)
