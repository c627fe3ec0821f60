import { route } from '@/lib/http/route'
import { listNames } from '@/lib/people/list-names'

export const GET = route({ permission: 'newsroom.enter' }, async ({ actor }) => ({ people: await listNames(actor) }))
