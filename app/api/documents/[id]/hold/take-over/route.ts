import { z } from 'zod'
import { takeOverHold } from '@/lib/articles/take-over-hold'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { articleParams } from '../../article-params'

export const POST = route(
  {
    permission: 'article.hold',
    params: articleParams,
    body: z.strictObject({ from: z.string().refine(isId, 'This is not an id.') }),
  },
  async ({ actor, params, body }) => {
    await takeOverHold(actor, { articleId: params.id, from: body.from })
    return {}
  },
)
