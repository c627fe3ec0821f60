import { route } from '@/lib/http/route'
import { getLegal } from '@/lib/legal/get-legal'
import { articleParams } from '../article-params'

/** Where an article stands with legal. */
export const GET = route({ permission: 'article.read', params: articleParams }, async ({ actor, params }) =>
  getLegal(actor, params.id),
)
