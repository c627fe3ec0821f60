import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { resolveOutsiderComment } from '@/lib/outsiders/resolve-comment'
import { articleParams } from '../../../../article-params'

const params = articleParams.extend({ commentId: z.string().refine(isId, 'This is not an id.') })

export const POST = route(
  { permission: 'article.comment', params, body: z.strictObject({}) },
  async ({ actor, params: { id, commentId } }) => {
    await resolveOutsiderComment(actor, { articleId: id, commentId })
    return {}
  },
)
