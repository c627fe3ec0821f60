import { z } from 'zod'
import { route } from '@/lib/http/route'
import { suggestRelated } from '@/lib/suggest/suggest-related'
import { suggestTopics } from '@/lib/suggest/suggest-topics'
import { articleParams } from '../article-params'

/** What a text should perhaps point at. A question with a long body: nothing is changed. */
export const POST = route(
  {
    permission: 'article.read',
    params: articleParams,
    body: z.strictObject({ text: z.string().max(300_000) }),
  },
  async ({ actor, params, body }) => {
    const stories = await suggestRelated(actor, { articleId: params.id, text: body.text })
    const relatedIds = stories.map(({ id }) => id)
    const topics = await suggestTopics(actor, { articleId: params.id, text: body.text, relatedIds })
    return { stories, topics }
  },
)
