import { z } from 'zod'
import { publishArticle } from '@/lib/articles/publish-article'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

export const POST = route(
  { permission: 'article.publish', params: articleParams, body: z.strictObject({ version: z.int().min(0) }) },
  async ({ actor, params, body }) => publishArticle(actor, { articleId: params.id, version: body.version }),
)
