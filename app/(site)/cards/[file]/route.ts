import { textResponse } from '@/components/site/responses'
import { drawCard } from '@/lib/cards/draw-card'
import { findCard } from '@/lib/cards/readers'
import { readSettings } from '@/lib/settings/settings'
import { wordsFor } from '@/lib/site-words/words-for'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const id = /^([0-9a-f-]{36})\.png$/.exec((await params).file)?.[1]
  const card = id === undefined ? null : await findCard(id)
  if (card === null) return noCard()
  return new Response(new Uint8Array(await drawCard(card)), { headers: { 'Content-Type': 'image/png' } })
}

async function noCard(): Promise<Response> {
  const { language } = await readSettings()
  return textResponse(`${wordsFor(language).notices.plain.noCard}\n`, 'text/plain', 404)
}
