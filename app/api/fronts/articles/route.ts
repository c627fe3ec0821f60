import { z } from 'zod'
import { listForFront } from '@/lib/fronts/list-for-front'
import { route } from '@/lib/http/route'

/** What can be put on a front: by words of its headline, or what readers got last and get next. */
export const GET = route(
  { permission: 'front.read', query: z.strictObject({ q: z.string().max(200).default('') }) },
  async ({ actor, query }) => ({ articles: await listForFront(actor, query.q) }),
)
