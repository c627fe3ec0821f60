import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Frame } from '@/components/site/frame'
import { Front } from '@/components/site/fronts/front'
import { readPaper } from '@/components/site/paper'
import { now } from '@/lib/clock'
import { FrontKey } from '@/lib/fronts/front-key'
import { findFrontPlace } from '@/lib/fronts/front-rights'
import { previewFront } from '@/lib/fronts/preview-front'
import { orNotFound, pageActor } from '@/lib/http/page'
import { printLongDate } from '@/lib/settings/paper-time'

export const metadata: Metadata = { title: 'Preview of a front' }

const Query = z.object({
  at: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .optional(),
  edition: z.coerce.number().int().min(1).optional(),
})

type Props = { params: Promise<{ key: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A front as readers would have it, for whoever works in the newsroom: as it is being laid out or as it went out, now or at a time to come. */
export default async function FrontPreviewPage({ params, searchParams }: Props) {
  const key = FrontKey.safeParse((await params).key).data
  const query = Query.safeParse(await searchParams).data
  const actor = await pageActor('front.read', key ? `/desk/fronts/${key}/preview` : '/desk/fronts')
  if (key === undefined || query === undefined) notFound()
  const { at = now(), edition = null } = query
  const [{ settings }, { name }, containers] = await Promise.all([
    readPaper(),
    orNotFound(findFrontPlace(key)),
    orNotFound(previewFront(actor, { key, at, edition })),
  ])
  const date = key === 'home' ? { date: { iso: at.toISOString(), printed: printLongDate(at, settings) } } : {}
  return (
    <Frame {...date}>
      {/* Whoever follows a link leaves the preview alone. */}
      <base target="_blank" />
      {key === 'home' ? null : (
        <div className="listing">
          <header className="listing-header">
            <h1>{name}</h1>
          </header>
        </div>
      )}
      {containers.length === 0 ? (
        <p className="empty">This front is laid out by itself: readers have the newest articles of the section.</p>
      ) : (
        <Front containers={containers} time={settings} />
      )}
    </Frame>
  )
}
