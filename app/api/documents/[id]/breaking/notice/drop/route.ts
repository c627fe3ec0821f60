import { z } from 'zod'
import { dropNotice } from '@/lib/breaking/drop-notice'
import { route } from '@/lib/http/route'
import { articleParams } from '../../../article-params'

export const POST = route(
  { permission: 'article.kill', params: articleParams, body: z.strictObject({}) },
  async ({ actor, params }) => {
    await dropNotice(actor, { articleId: params.id })
    return {}
  },
)
