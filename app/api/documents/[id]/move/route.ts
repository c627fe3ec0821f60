import { MoveInput, moveArticle } from '@/lib/articles/move-article'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

export const POST = route(
  { permission: 'article.read', params: articleParams, body: MoveInput },
  async ({ actor, params, body }) => {
    await moveArticle(actor, { articleId: params.id, ...body })
    return {}
  },
)
