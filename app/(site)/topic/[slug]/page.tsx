import { FormerShelfPage } from '@/components/site/former-shelf-page'
import { ListingPage } from '@/components/site/listing-page'
import { pageNumber, type SearchParams } from '@/components/site/page-number'
import { readPaper } from '@/components/site/paper'
import { ShelfHead } from '@/components/site/shelf-head'
import { topicPath } from '@/lib/articles/paths'
import { listTopic } from '@/lib/articles/readers'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export default async function TopicPage({ params, searchParams }: Props) {
  const { slug } = await params
  const page = pageNumber((await searchParams).page)
  const listing = page === null ? null : await listTopic(slug, page)
  if (listing === null) return <FormerShelfPage kind="topic" slug={slug} />
  const { name, description } = listing.subject
  const { lists } = (await readPaper()).words
  return (
    <ListingPage
      listing={listing}
      path={topicPath(slug)}
      kind={lists.topic}
      above={listing.subject.above}
      description={description || lists.aboutTopic(name)}
      showsSection
    >
      <ShelfHead shelf={listing.subject} belowLabel={lists.topicsWithin} />
    </ListingPage>
  )
}
