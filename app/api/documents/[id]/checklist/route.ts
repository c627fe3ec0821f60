import { TickQuestion, tickQuestion } from '@/lib/checklists/tick'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

export const POST = route(
  { permission: 'article.edit', params: articleParams, body: TickQuestion },
  async ({ actor, params, body }) => {
    await tickQuestion(actor, { articleId: params.id, ...body })
    return {}
  },
)
