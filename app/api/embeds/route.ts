import { z } from 'zod'
import { safePageUrl } from '@/lib/document/addresses'
import { capturePost } from '@/lib/embeds/capture-post'
import { route } from '@/lib/http/route'

const Address = z
  .string()
  .max(2048)
  .refine((url) => safePageUrl(url) === url, 'This is not a web address.')

export const POST = route(
  { permission: 'article.edit', body: z.strictObject({ url: Address }) },
  async ({ actor, body }) => ({ post: await capturePost(actor, body.url) }),
)
