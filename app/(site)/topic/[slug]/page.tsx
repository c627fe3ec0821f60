import { ListingPage } from '@/components/site/listing-page'
import { NotFoundPage } from '@/components/site/not-found-page'
import { pageNumber, type SearchParams } from '@/components/site/page-number'
import { topicPath } from '@/lib/articles/paths'
import { listTopic } from '@/lib/articles/readers'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export default async function TopicPage({ params, searchParams }: Props) {
  const { slug } = await params
  const page = pageNumber((await searchParams).page)
  const listing = page === null ? null : await listTopic(slug, page)
  if (listing === null) return <NotFoundPage />
  const { name, description } = listing.subject
  return (
    <ListingPage
      listing={listing}
      path={topicPath(slug)}
      kind="Topic"
      description={description || `Articles about ${name}.`}
      showsSection
    >
      {description === '' ? null : <p className="listing-description">{description}</p>}
    </ListingPage>
  )
}
