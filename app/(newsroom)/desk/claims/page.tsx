import { Quote } from 'lucide-react'
import type { Metadata } from 'next'
import { ClaimsFilter, isFiltered } from '@/components/newsroom/claims/claims-filter'
import { ClaimsList } from '@/components/newsroom/claims/claims-list'
import { IfMay } from '@/components/newsroom/may.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { ClaimsQuery, claimsHref } from '@/lib/claims/claims-query'
import { countChangedStories } from '@/lib/claims/list-claim-stories'
import { listClaims } from '@/lib/claims/list-claims'
import { now } from '@/lib/clock'
import { orNotFound, pageActor } from '@/lib/http/page'

export const metadata: Metadata = { title: 'Claims' }

/** Everything that somebody says is so, wherever the paper writes of it. The address holds the filter. */
export default async function ClaimsPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const query = ClaimsQuery.parse(await searchParams)
  const actor = await pageActor('claim.read', claimsHref(query))
  const [{ claims, nextCursor }, changed] = await Promise.all([
    orNotFound(listClaims(actor, query)),
    countChangedStories(actor),
  ])
  const first = claimsHref({ ...query, cursor: undefined })
  return (
    <PageBody>
      <PageHeader
        title="Claims"
        aside={
          <>
            <IfMay action="article.read">
              <ButtonLink href="/desk/claims/quotes">Quotes</ButtonLink>
            </IfMay>
            <ButtonLink href="/desk/claims/stories">
              {changed === 1 ? '1 story to look at' : `${changed} stories to look at`}
            </ButtonLink>
          </>
        }
      >
        What people and organisations say is so, who denies it, and which stories tell of it.
      </PageHeader>
      <ClaimsFilter query={query} />
      {claims.length === 0 ? <Nothing query={query} /> : <ClaimsList claims={claims} now={now()} />}
      <Pagination
        firstHref={query.cursor ? first : null}
        nextHref={nextCursor ? claimsHref({ ...query, cursor: nextCursor }) : null}
      />
    </PageBody>
  )
}

function Nothing({ query }: { query: ClaimsQuery }) {
  const icon = <Quote aria-hidden="true" />
  if (isFiltered(query)) {
    return (
      <EmptyState icon={icon} title="No claim is like this">
        Try fewer words, or show everything.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={icon} title="No claims yet">
      Mark words in a story as a claim, and it stands here.
    </EmptyState>
  )
}
