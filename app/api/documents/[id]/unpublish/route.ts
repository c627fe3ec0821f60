import { z } from 'zod'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

export const POST = route(
  { permission: 'article.unpublish', params: articleParams, body: z.strictObject({ reason: z.string() }) },
  async ({ actor, params, body }) => {
    await unpublishArticle(actor, { articleId: params.id, reason: body.reason })
    return {}
  },
)
