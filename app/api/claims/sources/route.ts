import { route } from '@/lib/http/route'
import { listUsableSources } from '@/lib/sources/list-usable-sources'

export const GET = route({ permission: 'source.read' }, async ({ actor }) => ({
  sources: await listUsableSources(actor),
}))
