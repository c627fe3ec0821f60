import { getStanding } from '@/lib/articles/get-standing'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

export const GET = route({ permission: 'article.read', params: articleParams }, ({ actor, params }) =>
  getStanding(actor, params.id),
)
