import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { listInbound } from '@/lib/links/list-inbound'
import { rewireInbound } from '@/lib/links/rewire-inbound'
import { articleParams } from '../article-params'

const id = z.string().refine(isId, 'This is not an id.')

/** What points at an article. */
export const GET = route(
  {
    permission: 'article.read',
    params: articleParams,
    query: z.strictObject({
      after: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
  },
  async ({ actor, params, query }) => listInbound(actor, { articleId: params.id, ...query }),
)

/** Lets it point elsewhere, or makes words of it: a few articles at a time. */
export const POST = route(
  {
    permission: 'article.edit',
    params: articleParams,
    body: z.strictObject({ to: id.nullable(), from: z.array(id).min(1).max(25) }),
  },
  async ({ actor, params, body }) =>
    rewireInbound(actor, { articleId: params.id, to: body.to, fromArticleIds: [...new Set(body.from)] }),
)
