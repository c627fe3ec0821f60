import { ListingPage } from '@/components/site/listing-page'
import { NotFoundPage } from '@/components/site/not-found-page'
import { pageNumber, type SearchParams } from '@/components/site/page-number'
import { bylinePath } from '@/lib/articles/paths'
import { listByline } from '@/lib/articles/readers'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export default async function AuthorPage({ params, searchParams }: Props) {
  const { slug } = await params
  const page = pageNumber((await searchParams).page)
  const listing = page === null ? null : await listByline(slug, page)
  if (listing === null) return <NotFoundPage />
  const { name, jobTitle, biography } = listing.subject
  return (
    <ListingPage
      listing={listing}
      path={bylinePath(slug)}
      kind={jobTitle || 'Author'}
      description={biography || `Articles by ${name}.`}
      showsSection
      author={listing.subject}
    >
      {biography ? <p className="listing-description">{biography}</p> : null}
    </ListingPage>
  )
}
