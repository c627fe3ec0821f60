import { FormerShelfPage } from '@/components/site/former-shelf-page'
import { ListingPage } from '@/components/site/listing-page'
import { pageNumber, type SearchParams } from '@/components/site/page-number'
import { readPaper } from '@/components/site/paper'
import { ShelfHead } from '@/components/site/shelf-head'
import { sectionPath } from '@/lib/articles/paths'
import { listSection } from '@/lib/articles/readers'
import { readSectionFront } from '@/lib/fronts/readers'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ section: string }>; searchParams: SearchParams }

export default async function SectionPage({ params, searchParams }: Props) {
  const { section } = await params
  const page = pageNumber((await searchParams).page)
  const listing = page === null ? null : await listSection(section, page)
  if (listing === null) return <FormerShelfPage kind="section" slug={section} />
  const { id, slug, name, description } = listing.subject
  const { lists } = (await readPaper()).words
  const path = sectionPath(slug)
  const front = page === 1 ? await readSectionFront(id) : []
  return (
    <ListingPage
      listing={listing}
      front={front}
      path={path}
      description={description || lists.aboutSection(name)}
      section={slug}
      above={listing.subject.above}
    >
      <ShelfHead shelf={listing.subject} belowLabel={lists.sectionsWithin(name)} />
    </ListingPage>
  )
}
