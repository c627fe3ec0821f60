import { route } from '@/lib/http/route'
import { WaiveLegal, waiveLegal } from '@/lib/legal/waive-legal'
import { articleParams } from '../../article-params'

export const POST = route(
  { permission: 'article.read', params: articleParams, body: WaiveLegal },
  async ({ actor, params, body }) => {
    await waiveLegal(actor, { articleId: params.id, ...body })
    return {}
  },
)
