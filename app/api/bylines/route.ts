import { z } from 'zod'
import { route } from '@/lib/http/route'
import { createByline } from '@/lib/shelves/create-byline'
import { searchBylines } from '@/lib/shelves/list-shelves'

export const GET = route(
  { permission: 'newsroom.enter', query: z.strictObject({ q: z.string().max(120).default('') }) },
  async ({ actor, query }) => ({ bylines: await searchBylines(actor, query.q) }),
)

export const POST = route(
  { permission: 'byline.create', body: z.strictObject({ name: z.string() }) },
  async ({ actor, body }) => createByline(actor, body),
)
