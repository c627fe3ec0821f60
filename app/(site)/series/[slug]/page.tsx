import { GoneSeriesPage } from '@/components/site/gone-series-page'
import { MovedPage } from '@/components/site/moved-page'
import { NotFoundPage } from '@/components/site/not-found-page'
import { SeriesPage } from '@/components/site/series-page'
import { findFormerSeries, listSeries } from '@/lib/series/readers'

export const dynamic = 'force-dynamic'

/** A series; where no series has this slug, one that once had it is a step away, or gone. */
export default async function SeriesAddress({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const series = await listSeries(slug)
  if (series !== null) return <SeriesPage series={series} />
  const former = await findFormerSeries(slug)
  if (former === null) return <NotFoundPage />
  return former.kind === 'moved' ? <MovedPage path={former.path} /> : <GoneSeriesPage at={former.at} />
}
