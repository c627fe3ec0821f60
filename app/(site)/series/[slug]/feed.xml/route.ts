import { feedResponse } from '@/components/site/responses'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return feedResponse('rss', { kind: 'series', slug: (await params).slug })
}
