import { route } from '@/lib/http/route'
import { listOutbound } from '@/lib/links/list-outbound'
import { articleParams } from '../article-params'

/** What an article points at. */
export const GET = route({ permission: 'article.read', params: articleParams }, async ({ actor, params }) =>
  listOutbound(actor, params.id),
)
