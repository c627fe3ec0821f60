import { notThere } from '@/components/site/responses'
import { drawCard } from '@/lib/cards/draw-card'
import { findCard } from '@/lib/cards/readers'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const id = /^([0-9a-f-]{36})\.png$/.exec((await params).file)?.[1]
  const card = id === undefined ? null : await findCard(id)
  if (card === null) return notThere('noCard')
  return new Response(new Uint8Array(await drawCard(card)), { headers: { 'Content-Type': 'image/png' } })
}
