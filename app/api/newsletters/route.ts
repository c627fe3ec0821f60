import { route } from '@/lib/http/route'
import { listNewsletters } from '@/lib/shelves/list-shelves'

export const GET = route({ permission: 'newsroom.enter' }, async ({ actor }) => ({
  newsletters: await listNewsletters(actor),
}))
