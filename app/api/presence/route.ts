import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { listPresent } from '@/lib/presence/list-present'

const IDS_MOST = 100

/** `?ids=` of articles, separated by commas: who is in them now. */
export const GET = route(
  {
    permission: 'article.read',
    query: z.strictObject({
      ids: z
        .string()
        .transform((ids) => ids.split(','))
        .pipe(z.array(z.string().refine(isId, 'This is not an id.')).max(IDS_MOST, 'At most 100 articles at once.')),
    }),
  },
  async ({ actor, query }) => ({ present: await listPresent(actor, query.ids) }),
)
