import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { changeReply } from '@/lib/replies/change-reply'
import { ChangeReply } from '@/lib/replies/reply-input'
import { articleParams } from '../../article-params'
import { assertSamePerson } from '../../same-person'

const replyParams = articleParams.extend({ replyId: z.string().refine(isId, 'This is not an id.') })

export const PATCH = route(
  { permission: 'reply.log', params: replyParams, body: ChangeReply, mostBytes: 60_000 },
  async ({ actor, params, body, request }) => {
    assertSamePerson(actor, request.headers)
    return changeReply(actor, { articleId: params.id, replyId: params.replyId, ...body })
  },
)
