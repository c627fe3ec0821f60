import { route } from '@/lib/http/route'
import { listOutsiders } from '@/lib/outsiders/list-outsiders'
import { makeOutsiderLink } from '@/lib/outsiders/make-link'
import { MakeOutsiderLink } from '@/lib/outsiders/outsider-input'
import { articleParams } from '../article-params'

/** Who reads an article by secret link, and what they wrote. */
export const GET = route({ permission: 'article.read', params: articleParams }, async ({ actor, params }) =>
  listOutsiders(actor, params.id),
)

/** Makes a link; its secret is in this answer and nowhere else. */
export const POST = route(
  { permission: 'outsider.invite', params: articleParams, body: MakeOutsiderLink },
  async ({ actor, params, body }) => makeOutsiderLink(actor, { articleId: params.id, ...body }),
)
