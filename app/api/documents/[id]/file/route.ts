import { z } from 'zod'
import { moveArticle } from '@/lib/articles/move-article'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

export const POST = route(
  { permission: 'article.file', params: articleParams, body: z.strictObject({}) },
  async ({ actor, params }) => {
    await moveArticle(actor, { articleId: params.id, move: 'file' })
    return {}
  },
)
