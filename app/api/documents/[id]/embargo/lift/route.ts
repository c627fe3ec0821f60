import { LiftEmbargo, liftEmbargo } from '@/lib/articles/lift-embargo'
import { route } from '@/lib/http/route'
import { articleParams } from '../../article-params'

export const POST = route(
  { permission: 'embargo.lift', params: articleParams, body: LiftEmbargo },
  async ({ actor, params, body }) => {
    await liftEmbargo(actor, { articleId: params.id, ...body })
    return {}
  },
)
