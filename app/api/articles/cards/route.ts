import { z } from 'zod'
import { listLinkTargets } from '@/lib/articles/search-for-link'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'

const ids = z
  .string()
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(z.string().refine(isId, 'This is not an id.')).max(100))

/** What the cards in a draft point at, as it is now. */
export const GET = route({ permission: 'article.read', query: z.strictObject({ ids }) }, async ({ actor, query }) => ({
  articles: await listLinkTargets(actor, query.ids),
}))
