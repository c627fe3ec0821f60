import { route } from '@/lib/http/route'
import { countUnread } from '@/lib/notifications/readers'

export const GET = route({ permission: 'newsroom.enter' }, async ({ actor }) => ({ unread: await countUnread(actor) }))
