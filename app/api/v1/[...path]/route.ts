import { ELSEWHERE } from '@/lib/api/operations'
import { NotFound } from '@/lib/errors'
import { apiRoute } from '@/lib/http/api-route'

export const GET = apiRoute(ELSEWHERE, async () => {
  throw new NotFound('The API has no such address. /api/v1/openapi.json lists those that there are.')
})
