import { AuthorHead } from '@/components/site/author-head'
import { FormerAuthorPage } from '@/components/site/former-author-page'
import { ListingPage } from '@/components/site/listing-page'
import { pageNumber, type SearchParams } from '@/components/site/page-number'
import { readPaper } from '@/components/site/paper'
import { bylinePath } from '@/lib/articles/paths'
import { listByline } from '@/lib/articles/readers'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export default async function AuthorPage({ params, searchParams }: Props) {
  const { slug } = await params
  const page = pageNumber((await searchParams).page)
  const listing = page === null ? null : await listByline(slug, page)
  if (listing === null) return <FormerAuthorPage slug={slug} />
  const { name, jobTitle, biography } = listing.subject
  const { lists } = (await readPaper()).words
  const [opening = ''] = biography.split('\n')
  return (
    <ListingPage
      listing={listing}
      path={bylinePath(slug)}
      kind={jobTitle || lists.author}
      description={opening || lists.byAuthor(name)}
      showsSection
      author={listing.subject}
    >
      <AuthorHead author={listing.subject} words={lists} />
    </ListingPage>
  )
}
