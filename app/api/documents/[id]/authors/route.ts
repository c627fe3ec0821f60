import { z } from 'zod'
import { whoWrote } from '@/lib/history/who-wrote'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

const whole = z.coerce.number().int().min(0).max(1_000_000_000)

/** Who wrote the words between two positions of a version. */
export const GET = route(
  {
    permission: 'article.read',
    params: articleParams,
    query: z.strictObject({ from: whole, to: whole, version: whole }),
  },
  async ({ actor, params, query }) => ({ authors: await whoWrote(actor, { articleId: params.id, ...query }) }),
)
