import { route } from '@/lib/http/route'
import { SchedulePublication, schedulePublication } from '@/lib/schedule/schedule-publication'
import { articleParams } from '../article-params'

export const POST = route(
  { permission: 'article.publish', params: articleParams, body: SchedulePublication },
  async ({ actor, params, body }) => {
    return schedulePublication(actor, { articleId: params.id, ...body })
  },
)
