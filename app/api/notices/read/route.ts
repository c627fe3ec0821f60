import { route } from '@/lib/http/route'
import { MarkRead, markRead } from '@/lib/notifications/mark-read'
import { countUnread } from '@/lib/notifications/readers'

export const POST = route(
  { permission: 'newsroom.enter', body: MarkRead, mostBytes: 1_000 },
  async ({ actor, body }) => {
    await markRead(actor, body)
    return { unread: await countUnread(actor) }
  },
)
