import { route } from '@/lib/http/route'
import { listSections } from '@/lib/shelves/list-shelves'

export const GET = route({ permission: 'newsroom.enter' }, async ({ actor }) => ({
  sections: await listSections(actor),
}))
