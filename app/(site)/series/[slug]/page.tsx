import { MovedPage } from '@/components/site/moved-page'
import { NotFoundPage } from '@/components/site/not-found-page'
import { SeriesPage } from '@/components/site/series-page'
import { findMovedSeries, listSeries } from '@/lib/series/readers'

export const dynamic = 'force-dynamic'

/** A series; where no series has this slug, one that once had it is a step away. */
export default async function SeriesAddress({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const series = await listSeries(slug)
  if (series !== null) return <SeriesPage series={series} />
  const moved = await findMovedSeries(slug)
  return moved === null ? <NotFoundPage /> : <MovedPage path={moved} />
}
