import { StartBreaking } from '@/lib/breaking/breaking-alert'
import { getBreaking } from '@/lib/breaking/get-breaking'
import { startBreaking } from '@/lib/breaking/start-breaking'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

export const GET = route({ permission: 'article.read', params: articleParams }, ({ actor, params }) =>
  getBreaking(actor, params.id),
)

export const POST = route(
  { permission: 'article.break', params: articleParams, body: StartBreaking },
  ({ actor, params, body }) => startBreaking(actor, { articleId: params.id, ...body }),
)
