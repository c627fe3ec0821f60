import { SendNotice, sendNotice } from '@/lib/breaking/send-notice'
import { route } from '@/lib/http/route'
import { articleParams } from '../../article-params'

export const POST = route(
  { permission: 'article.kill', params: articleParams, body: SendNotice },
  async ({ actor, params, body }) => {
    await sendNotice(actor, { articleId: params.id, ...body })
    return {}
  },
)
