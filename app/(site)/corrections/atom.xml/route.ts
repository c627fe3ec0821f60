import { correctionsFeedResponse } from '@/components/site/responses'

export const dynamic = 'force-dynamic'

export function GET(): Promise<Response> {
  return correctionsFeedResponse('atom')
}
