import { z } from 'zod'
import { killArticle } from '@/lib/articles/kill-article'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

export const POST = route(
  { permission: 'article.kill', params: articleParams, body: z.strictObject({ reason: z.string() }) },
  async ({ actor, params, body }) => {
    await killArticle(actor, { articleId: params.id, reason: body.reason })
    return {}
  },
)
