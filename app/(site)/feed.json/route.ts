import { feedResponse } from '@/components/site/responses'

export const dynamic = 'force-dynamic'

export function GET(): Promise<Response> {
  return feedResponse('json')
}
