import { z } from 'zod'
import { DecideNotice } from '@/lib/claims/claim-input'
import { decideNotice } from '@/lib/claims/decide-notice'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { articleParams } from '../../../article-params'

const noticeParams = articleParams.extend({ noticeId: z.string().refine(isId, 'This is not an id.') })

export const POST = route(
  { permission: 'article.edit', params: noticeParams, body: DecideNotice },
  async ({ actor, params, body }) => {
    await decideNotice(actor, { articleId: params.id, noticeId: params.noticeId, decision: body.decision })
    return {}
  },
)
