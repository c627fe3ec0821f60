import { z } from 'zod'
import { publishArticle } from '@/lib/articles/publish-article'
import { CorrectionInput } from '@/lib/corrections/correction-input'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

const body = z.strictObject({
  version: z.int().min(0),
  overrideReason: z.string().max(2000).optional(),
  correction: CorrectionInput.optional(),
})

export const POST = route(
  { permission: 'article.publish', params: articleParams, body },
  async ({ actor, params, body }) => publishArticle(actor, { articleId: params.id, ...body }),
)
