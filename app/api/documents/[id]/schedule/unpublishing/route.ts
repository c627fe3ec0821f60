import { route } from '@/lib/http/route'
import { ScheduleUnpublishing, scheduleUnpublishing } from '@/lib/schedule/schedule-unpublishing'
import { articleParams } from '../../article-params'

export const POST = route(
  { permission: 'article.unpublish', params: articleParams, body: ScheduleUnpublishing },
  async ({ actor, params, body }) => {
    return scheduleUnpublishing(actor, { articleId: params.id, ...body })
  },
)
