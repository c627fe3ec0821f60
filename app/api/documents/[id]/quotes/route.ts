import { route } from '@/lib/http/route'
import { listDifferingQuotes } from '@/lib/quotes/list-article-quotes'
import { articleParams } from '../article-params'

/** What the story quotes otherwise than another one does. */
export const GET = route({ permission: 'claim.read', params: articleParams }, ({ actor, params }) =>
  listDifferingQuotes(actor, params.id),
)
