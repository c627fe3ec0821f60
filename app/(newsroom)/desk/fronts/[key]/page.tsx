import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FrontEditor } from '@/components/newsroom/fronts/front-editor.client'
import { FrontKey } from '@/lib/fronts/front-key'
import { getFront } from '@/lib/fronts/get-front'
import { orNotFound, pageActor } from '@/lib/http/page'
import { readSettings } from '@/lib/settings/settings'
import { change, publish, takeEdition, undoPublication } from '../actions'

export const metadata: Metadata = { title: 'Front' }

export default async function FrontPage({ params }: { params: Promise<{ key: string }> }) {
  const key = FrontKey.safeParse((await params).key).data
  const actor = await pageActor('front.read', key ? `/desk/fronts/${key}` : '/desk/fronts')
  if (key === undefined) notFound()
  const [front, { timeZone }] = await Promise.all([orNotFound(getFront(actor, key)), readSettings()])
  return (
    <div className="mx-auto w-full max-w-[110rem] px-4 pb-20 md:px-8">
      <FrontEditor
        key={key}
        initial={front}
        zone={timeZone}
        actions={{ change, publish, takeEdition, undoPublication }}
      />
    </div>
  )
}
