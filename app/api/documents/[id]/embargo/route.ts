import { SetEmbargo, setEmbargo } from '@/lib/articles/set-embargo'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

export const POST = route(
  { permission: 'embargo.set', params: articleParams, body: SetEmbargo },
  async ({ actor, params, body }) => {
    return setEmbargo(actor, { articleId: params.id, ...body })
  },
)
