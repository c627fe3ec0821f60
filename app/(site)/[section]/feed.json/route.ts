import { feedResponse } from '@/components/site/responses'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ section: string }> }): Promise<Response> {
  return feedResponse('json', { kind: 'section', slug: (await params).section })
}
