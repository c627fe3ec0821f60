import { route } from '@/lib/http/route'
import { CancelSchedule, cancelSchedule } from '@/lib/schedule/cancel-schedule'
import { articleParams } from '../../article-params'

export const POST = route(
  { permission: 'article.read', params: articleParams, body: CancelSchedule },
  async ({ actor, params, body }) => {
    await cancelSchedule(actor, { articleId: params.id, ...body })
    return {}
  },
)
