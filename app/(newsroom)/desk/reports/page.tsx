import { CircleCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { Suspense } from 'react'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { ReportsFilter } from '@/components/newsroom/reader-reports/reports-filter'
import { reportsHref } from '@/components/newsroom/reader-reports/reports-href'
import { ReportsList } from '@/components/newsroom/reader-reports/reports-list'
import { ReportsSwitch } from '@/components/newsroom/reader-reports/reports-switch.client'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { Skeleton } from '@/components/ui/skeleton'
import { now } from '@/lib/clock'
import { listDesks } from '@/lib/desks/list-desks'
import { pageActor } from '@/lib/http/page'
import type { PersonActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { listReports, ReportsQuery } from '@/lib/reader-reports/list-reports'
import { takesReports } from '@/lib/reader-reports/question-switch'
import { listSections } from '@/lib/shelves/list-shelves'
import { answer, correct, dismiss, look, showMail, turn } from './actions'

export const metadata: Metadata = { title: 'Reader reports' }

/** What readers report at paragraphs of public articles. */
export default async function ReportsPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await pageActor('readerReport.read', '/desk/reports')
  const query = ReportsQuery.parse(await searchParams)
  const [desks, sections, takes] = await Promise.all([listDesks(actor), listSections(actor), takesReports()])
  return (
    <PageBody width="narrow">
      <PageHeader title="Reader reports">
        Readers question a paragraph and say what is wrong. Look, correct the text where they are right, and answer.
      </PageHeader>
      <ReportsFilter query={query} desks={desks} sections={sections} />
      <Suspense key={reportsHref(query)} fallback={<Loading />}>
        <Results actor={actor} query={query} />
      </Suspense>
      {can(actor, 'readerReport.switch') ? <ReportsSwitch takes={takes} turn={turn} /> : null}
    </PageBody>
  )
}

async function Results({ actor, query }: { actor: PersonActor; query: ReportsQuery }) {
  const { reports, nextCursor } = await listReports(actor, query)
  const first = reportsHref({ ...query, cursor: undefined })
  return (
    <>
      {reports.length === 0 ? (
        <Nothing query={query} />
      ) : (
        <ReportsList reports={reports} now={now()} actions={{ look, dismiss, correct, showMail, answer }} />
      )}
      <Pagination
        firstHref={query.cursor === undefined ? null : first}
        nextHref={nextCursor === null ? null : reportsHref({ ...query, cursor: nextCursor })}
      />
    </>
  )
}

function Nothing({ query }: { query: ReportsQuery }) {
  const isWhole = reportsHref(query) === '/desk/reports'
  return (
    <EmptyState
      icon={<CircleCheck aria-hidden="true" />}
      title={isWhole ? 'Nothing waits' : 'No such reports'}
      actions={isWhole ? null : <ButtonLink href="/desk/reports">All that wait</ButtonLink>}
    >
      When a reader questions a paragraph, the report is listed here with its words.
    </EmptyState>
  )
}

function Loading() {
  return (
    <div role="status" className="space-y-4 border-line border-y py-5">
      <span className="sr-only">Reading the reports…</span>
      <Skeleton className="w-2/3" />
      <Skeleton className="w-full" />
      <Skeleton className="w-1/2" />
    </div>
  )
}
