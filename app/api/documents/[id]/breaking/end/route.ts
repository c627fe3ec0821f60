import { z } from 'zod'
import { endBreaking } from '@/lib/breaking/end-breaking'
import { route } from '@/lib/http/route'
import { articleParams } from '../../article-params'

export const POST = route(
  { permission: 'article.break', params: articleParams, body: z.strictObject({}) },
  async ({ actor, params }) => {
    await endBreaking(actor, { articleId: params.id })
    return {}
  },
)
