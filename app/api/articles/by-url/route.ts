import { z } from 'zod'
import { findByUrl } from '@/lib/articles/find-by-url'
import { route } from '@/lib/http/route'

export const GET = route(
  { permission: 'article.read', query: z.strictObject({ url: z.string().max(2048) }) },
  async ({ actor, query, request }) => ({ article: await findByUrl(actor, query.url, request.headers.get('host')) }),
)
