import { route } from '@/lib/http/route'
import { listMissed } from '@/lib/schedule/missed'
import { RunMissed, runMissed } from '@/lib/schedule/run-missed'

export const GET = route({ permission: 'newsroom.enter' }, async ({ actor }) => ({ missed: await listMissed(actor) }))

export const POST = route({ permission: 'newsroom.enter', body: RunMissed }, ({ actor, body }) =>
  runMissed(actor, body),
)
