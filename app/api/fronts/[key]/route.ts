import { z } from 'zod'
import { FrontKey } from '@/lib/fronts/front-key'
import { getFront } from '@/lib/fronts/get-front'
import { route } from '@/lib/http/route'

export const GET = route(
  { permission: 'front.read', params: z.object({ key: FrontKey }) },
  ({ actor, params: { key } }) => getFront(actor, key),
)
