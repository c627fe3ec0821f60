import { route } from '@/lib/http/route'
import { SignLegal, signLegal } from '@/lib/legal/sign-legal'
import { articleParams } from '../../article-params'

export const POST = route(
  { permission: 'article.signLegal', params: articleParams, body: SignLegal },
  async ({ actor, params, body }) => {
    await signLegal(actor, { articleId: params.id, ...body })
    return {}
  },
)
