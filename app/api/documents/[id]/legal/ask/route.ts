import { route } from '@/lib/http/route'
import { AskLegal, askLegal } from '@/lib/legal/ask-legal'
import { articleParams } from '../../article-params'

export const POST = route(
  { permission: 'article.askLegal', params: articleParams, body: AskLegal },
  async ({ actor, params, body }) => {
    await askLegal(actor, { articleId: params.id, ...body })
    return {}
  },
)
