import { Frame } from '@/components/site/frame'
import { NotFoundPage } from '@/components/site/not-found-page'
import { PageHead } from '@/components/site/page-head'
import { pageNumber, type SearchParams } from '@/components/site/page-number'
import { Pager } from '@/components/site/pager'
import { readPaper } from '@/components/site/paper'
import { SearchForm } from '@/components/site/search-form'
import { SearchHits } from '@/components/site/search-hits'
import { searchPublications } from '@/lib/search/search-publications'

export const dynamic = 'force-dynamic'

export default async function SearchPage({ searchParams }: { searchParams: SearchParams }) {
  const { q, page: given } = await searchParams
  const page = pageNumber(given)
  if (page === null) return <NotFoundPage />
  const [{ settings }, result] = await Promise.all([
    readPaper(),
    searchPublications(typeof q === 'string' ? q : '', page),
  ])
  if (page > 1 && result.hits.length === 0) return <NotFoundPage />
  const { query, hits, hasMore } = result
  return (
    <Frame>
      <PageHead
        title={query === '' ? 'Search' : `Search: ${query}`}
        paper={settings.name}
        path="/search"
        isIndexed={false}
      />
      <div className="listing">
        <header className="listing-header">
          <h1>Search</h1>
          <SearchForm query={query} />
        </header>
        {query === '' ? (
          <p className="empty">
            Quotation marks make a phrase, as in “river ferry”. A minus in front leaves a word out.
          </p>
        ) : (
          <SearchHits query={query} hits={hits} time={settings} />
        )}
        <Pager path="/search" page={page} hasMore={hasMore} query={{ q: query }} />
      </div>
    </Frame>
  )
}
