import { z } from 'zod'
import { route } from '@/lib/http/route'
import { createTopic } from '@/lib/shelves/create-topic'
import { searchTopics } from '@/lib/shelves/list-shelves'

export const GET = route(
  { permission: 'newsroom.enter', query: z.strictObject({ q: z.string().max(120).default('') }) },
  async ({ actor, query }) => ({ topics: await searchTopics(actor, query.q) }),
)

export const POST = route(
  { permission: 'topic.create', body: z.strictObject({ name: z.string() }) },
  async ({ actor, body }) => createTopic(actor, body),
)
