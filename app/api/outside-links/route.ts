import { z } from 'zod'
import { route } from '@/lib/http/route'
import { findOutsideLink } from '@/lib/outside-links/readers'

export const GET = route(
  { permission: 'article.read', query: z.strictObject({ url: z.string().max(2048) }) },
  async ({ actor, query }) => ({ link: await findOutsideLink(actor, query.url) }),
)
