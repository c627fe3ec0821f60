import { Download, MessageSquareQuote } from 'lucide-react'
import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { isFiltered, QuotesFilter } from '@/components/newsroom/quotes/quotes-filter'
import { QuotesLedger } from '@/components/newsroom/quotes/quotes-ledger'
import { buttonClasses } from '@/components/ui/button-classes'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { orNotFound, pageActor } from '@/lib/http/page'
import { listQuotes } from '@/lib/quotes/list-quotes'
import { exportHref, QuotesQuery, quotesHref } from '@/lib/quotes/quotes-query'

export const metadata: Metadata = { title: 'Quotes' }

/** Who said what in which story, by person. The address holds the filter. */
export default async function QuotesPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const query = QuotesQuery.parse(await searchParams)
  const actor = await pageActor('claim.read', quotesHref(query))
  const { speakers, nextCursor } = await orNotFound(listQuotes(actor, query))
  return (
    <PageBody>
      <BackLink href="/desk/claims">Claims</BackLink>
      <PageHeader
        title="Quotes"
        aside={
          speakers.length === 0 ? null : (
            // A file, not a page.
            <a href={exportHref(query)} download className={buttonClasses({})}>
              <Download aria-hidden="true" className="size-4" />
              Export as CSV
            </a>
          )
        }
      >
        Who said what in which story, where we have it from, and when. Readers see none of the notes.
      </PageHeader>
      <QuotesFilter query={query} />
      {speakers.length === 0 ? <Nothing query={query} /> : <QuotesLedger speakers={speakers} />}
      <Pagination
        firstHref={query.cursor ? quotesHref({ ...query, cursor: undefined }) : null}
        nextHref={nextCursor ? quotesHref({ ...query, cursor: nextCursor }) : null}
      />
    </PageBody>
  )
}

function Nothing({ query }: { query: QuotesQuery }) {
  const icon = <MessageSquareQuote aria-hidden="true" />
  const { show, cursor: _, ...filter } = query
  if (show === 'differing' && !isFiltered(filter)) {
    return (
      <EmptyState icon={icon} title="Nobody is quoted in two ways">
        Where two stories quote the same person with nearly the same words, both stand here.
      </EmptyState>
    )
  }
  if (isFiltered(query)) {
    return (
      <EmptyState icon={icon} title="No quotation is like this">
        Try fewer words, or show everything.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={icon} title="Nobody is quoted yet">
      Select quoted words in a story and say who speaks, and they stand here.
    </EmptyState>
  )
}
