import { z } from 'zod'
import { searchForLink } from '@/lib/articles/search-for-link'
import { route } from '@/lib/http/route'

export const GET = route(
  {
    permission: 'article.read',
    query: z.strictObject({
      q: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
  },
  async ({ actor, query }) => ({ articles: await searchForLink(actor, query.q, query.limit) }),
)
