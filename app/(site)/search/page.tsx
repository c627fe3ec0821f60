import './search.css'
import { Frame } from '@/components/site/frame'
import { NotFoundPage } from '@/components/site/not-found-page'
import { PageHead } from '@/components/site/page-head'
import { pageNumber, type SearchParams } from '@/components/site/page-number'
import { Pager } from '@/components/site/pager'
import { readPaper } from '@/components/site/paper'
import { SearchForm } from '@/components/site/search-form'
import { SearchHelp } from '@/components/site/search-help'
import { SearchHits, searchParameters } from '@/components/site/search-hits'
import { searchPublications } from '@/lib/search/search-publications'
import { type AskedSearch, asksForSomething, readSearchQuery } from '@/lib/search/search-query'

export const dynamic = 'force-dynamic'

export default async function SearchPage({ searchParams }: { searchParams: SearchParams }) {
  const parameters = await searchParams
  const page = pageNumber(parameters.page)
  if (page === null) return <NotFoundPage />
  const { settings, sections, words } = await readPaper()
  const asked = askedIn(parameters)
  const query = readSearchQuery(asked, settings.timeZone)
  const result = await searchPublications(query, page)
  if (page > 1 && result.hits.length === 0) return <NotFoundPage />
  const { typed } = query
  const isAsked = asksForSomething(query) || query.notes.length > 0
  return (
    <Frame>
      <PageHead
        title={typed === '' ? words.search.title : words.search.titleOf(typed)}
        paper={settings.name}
        description={words.search.about(settings.name)}
        path="/search"
        // Search engines want no pages of other searches.
        isIndexed={!isAsked}
      />
      <div className="listing">
        <header className="listing-header">
          <h1>{words.search.title}</h1>
          <SearchForm asked={{ ...asked, q: typed }} words={words.search} sections={sections} />
        </header>
        {isAsked ? (
          <SearchHits asked={{ ...asked, q: typed }} result={result} notes={query.notes} time={settings} />
        ) : (
          <SearchHelp help={words.search.help} />
        )}
        <Pager
          path="/search"
          page={page}
          hasMore={result.hasMore}
          words={words}
          query={searchParameters({ ...asked, q: result.isOfProposal ? (result.proposal ?? typed) : typed })}
        />
      </div>
    </Frame>
  )
}

function askedIn(parameters: Awaited<SearchParams>): AskedSearch {
  const one = (name: string) => {
    const value = parameters[name]
    return typeof value === 'string' ? value : ''
  }
  return { q: one('q'), section: one('section'), after: one('after'), before: one('before'), order: one('order') }
}
