import { z } from 'zod'
import { stepsBetween } from '@/lib/history/steps-between'
import { route } from '@/lib/http/route'
import { articleParams } from '../../article-params'

const version = z.coerce.number().int().min(0).max(1_000_000_000)

/** A part of the history, to be played step by step. */
export const GET = route(
  { permission: 'article.read', params: articleParams, query: z.strictObject({ from: version, to: version }) },
  async ({ actor, params, query }) => stepsBetween(actor, { articleId: params.id, ...query }),
)
