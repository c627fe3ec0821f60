import { z } from 'zod'
import { safePageUrl } from '@/lib/document/addresses'
import { capturePost } from '@/lib/embeds/capture-post'
import { findSeenPost } from '@/lib/embeds/find-seen-post'
import { route } from '@/lib/http/route'

const Address = z
  .string()
  .max(2048)
  .refine((url) => safePageUrl(url) === url, 'This is not a web address.')

export const GET = route(
  { permission: 'article.read', query: z.strictObject({ url: Address }) },
  async ({ actor, query }) => ({ seen: await findSeenPost(actor, query.url) }),
)

export const POST = route(
  { permission: 'article.edit', body: z.strictObject({ url: Address }) },
  async ({ actor, body }) => ({ post: await capturePost(actor, body.url) }),
)
