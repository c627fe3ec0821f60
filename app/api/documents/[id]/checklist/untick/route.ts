import { UntickQuestion, untickQuestion } from '@/lib/checklists/untick'
import { route } from '@/lib/http/route'
import { articleParams } from '../../article-params'

export const POST = route(
  { permission: 'article.edit', params: articleParams, body: UntickQuestion },
  async ({ actor, params, body }) => {
    await untickQuestion(actor, { articleId: params.id, ...body })
    return {}
  },
)
