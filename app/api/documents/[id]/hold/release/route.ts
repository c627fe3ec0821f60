import { z } from 'zod'
import { releaseHold } from '@/lib/articles/release-hold'
import { route } from '@/lib/http/route'
import { articleParams } from '../../article-params'

/** Open to readers of the desk: whoever holds an article may let go of it, whatever became of their role. */
export const POST = route(
  { permission: 'article.read', params: articleParams, body: z.strictObject({}) },
  async ({ actor, params }) => {
    await releaseHold(actor, { articleId: params.id })
    return {}
  },
)
