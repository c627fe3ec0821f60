import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { rememberChoice } from '@/lib/links/remember-choice'

/** Somebody chose this article as the target of a link. */
export const POST = route(
  { permission: 'article.read', body: z.strictObject({ id: z.string().refine(isId, 'This is not an id.') }) },
  async ({ actor, body }) => {
    await rememberChoice(actor, body.id)
    return {}
  },
)
