import { z } from 'zod'
import { fileArticle } from '@/lib/articles/file-article'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

export const POST = route(
  { permission: 'article.file', params: articleParams, body: z.strictObject({}) },
  async ({ actor, params }) => {
    await fileArticle(actor, { articleId: params.id })
    return {}
  },
)
