import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { SeriesList } from '@/components/newsroom/series/series-list.client'
import { pageActor } from '@/lib/http/page'
import { can } from '@/lib/policy/policy'
import { listKeptSeries } from '@/lib/series/list-series'
import { change, create, end } from './actions'

export const metadata: Metadata = { title: 'Series' }

export default async function SeriesListPage() {
  const actor = await pageActor('article.read', '/desk/series')
  const series = await listKeptSeries(actor)
  return (
    <PageBody width="normal">
      <PageHeader title="Series">
        Articles that are read one after the other. Readers see how many parts are public, never how many are to come.
      </PageHeader>
      <SeriesList series={series} actions={can(actor, 'series.edit') ? { create, change, end } : null} />
    </PageBody>
  )
}
