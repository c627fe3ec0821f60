import { route } from '@/lib/http/route'
import { explainZonedTime, ZonedTimeQuery } from '@/lib/schedule/explain-zoned-time'

export const GET = route({ permission: 'newsroom.enter', query: ZonedTimeQuery.strict() }, ({ query }) =>
  explainZonedTime(query),
)
