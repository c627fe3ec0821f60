import { z } from 'zod'
import { holdArticle } from '@/lib/articles/hold-article'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

export const POST = route(
  { permission: 'article.hold', params: articleParams, body: z.strictObject({}) },
  async ({ actor, params }) => {
    await holdArticle(actor, { articleId: params.id })
    return {}
  },
)
