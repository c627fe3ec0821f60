import { z } from 'zod'
import { route } from '@/lib/http/route'
import { requireLegal } from '@/lib/legal/require-legal'
import { articleParams } from '../../article-params'

export const POST = route(
  { permission: 'article.askLegal', params: articleParams, body: z.strictObject({}) },
  async ({ actor, params }) => {
    await requireLegal(actor, { articleId: params.id })
    return {}
  },
)
