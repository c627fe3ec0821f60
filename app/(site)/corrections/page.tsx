import { CorrectionsPage } from '@/components/site/corrections-page'
import { NotFoundPage } from '@/components/site/not-found-page'
import { pageNumber, type SearchParams } from '@/components/site/page-number'
import { listCorrections } from '@/lib/corrections/readers'

export const dynamic = 'force-dynamic'

export default async function Corrections({ searchParams }: { searchParams: SearchParams }) {
  const page = pageNumber((await searchParams).page)
  const found = page === null ? null : await listCorrections(page)
  // There is a first page before there is anything on it.
  if (page === null || found === null || (page > 1 && found.notes.length === 0)) return <NotFoundPage />
  return <CorrectionsPage {...found} page={page} />
}
