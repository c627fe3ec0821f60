import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { EditSeries } from '@/components/newsroom/series/edit-series.client'
import { PartsList } from '@/components/newsroom/series/parts-list.client'
import { orNotFound, pageActor } from '@/lib/http/page'
import { can } from '@/lib/policy/policy'
import { getKeptSeries } from '@/lib/series/list-series'
import { add, change, create, end, move, remove } from '../actions'

export const metadata: Metadata = { title: 'Series' }

export default async function SeriesPartsPage({ params }: { params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id).data
  const actor = await pageActor('article.read', id ? `/desk/series/${id}` : '/desk/series')
  if (!id) notFound()
  const { series, parts } = await orNotFound(getKeptSeries(actor, id))
  const mayEdit = can(actor, 'series.edit')
  return (
    <PageBody width="narrow">
      <BackLink href="/desk/series">Series</BackLink>
      <PageHeader
        title={series.name}
        aside={mayEdit ? <EditSeries series={series} parts={parts} actions={{ create, change, end }} /> : null}
      >
        {series.description}
      </PageHeader>
      <PartsList seriesId={series.id} parts={parts} actions={mayEdit ? { add, remove, move } : null} />
    </PageBody>
  )
}
