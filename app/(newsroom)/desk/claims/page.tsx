import { Megaphone } from 'lucide-react'
import type { Metadata } from 'next'
import { ClaimLines } from '@/components/newsroom/claims/claim-lines'
import { ClaimsFilter } from '@/components/newsroom/claims/claims-filter'
import { ClaimsQuery, claimsHref } from '@/components/newsroom/claims/claims-query'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { listClaims } from '@/lib/claims/list-claims'
import { pageActor } from '@/lib/http/page'

export const metadata: Metadata = { title: 'Claims' }

export default async function ClaimsPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await pageActor('claim.read', '/desk/claims')
  const query = ClaimsQuery.parse(await searchParams)
  const { claims, hasMore } = await listClaims(actor, {
    words: query.q,
    standing: query.standing,
    days: query.days,
    page: query.page,
  })
  const isFiltered = query.q !== '' || query.standing !== null || query.days !== null
  return (
    <PageBody width="normal">
      <PageHeader title="Claims">
        Who says what, who denies it, and which stories tell of it. What is marked in a story is here by itself.
      </PageHeader>
      <ClaimsFilter query={query} />
      {claims.length > 0 ? (
        <ClaimLines claims={claims} now={new Date()} />
      ) : isFiltered || query.page > 1 ? (
        <EmptyState
          icon={<Megaphone aria-hidden="true" />}
          title="No claim fits"
          actions={<ButtonLink href="/desk/claims">All claims</ButtonLink>}
        >
          Look for fewer words, or for another standing.
        </EmptyState>
      ) : (
        <EmptyState icon={<Megaphone aria-hidden="true" />} title="No claims yet">
          Select words of a story that somebody claims, and say who says so.
        </EmptyState>
      )}
      <Pagination
        firstHref={query.page > 1 ? claimsHref({ ...query, page: 1 }) : null}
        nextHref={hasMore ? claimsHref({ ...query, page: query.page + 1 }) : null}
      />
    </PageBody>
  )
}
