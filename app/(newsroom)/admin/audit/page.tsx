import { Download, ScrollText } from 'lucide-react'
import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { AuditFilter } from '@/components/newsroom/record/audit-filter'
import { AuditList } from '@/components/newsroom/record/audit-list'
import { buttonClasses } from '@/components/ui/button-classes'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { pageActor } from '@/lib/http/page'
import { listNames } from '@/lib/people/list-names'
import { AuditQuery, auditHref } from '@/lib/record/audit-query'
import { findAskedThing, listEvents, listThings } from '@/lib/record/list-events'
import { readSettings } from '@/lib/settings/settings'

export const metadata: Metadata = { title: 'Audit log' }

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Who did what, and when. The address holds the filter, so that it can be sent. */
export default async function AuditPage({ searchParams }: Address) {
  const query = AuditQuery.parse(await searchParams)
  const actor = await pageActor('audit.read', auditHref(query))
  const [{ events, nextCursor }, people, things, about, settings] = await Promise.all([
    listEvents(actor, query),
    listNames(actor),
    listThings(actor),
    findAskedThing(actor, query),
    readSettings(),
  ])
  const first = { ...query, before: undefined }
  return (
    <PageBody width="wide">
      <PageHeader
        title="Audit log"
        aside={
          // Not a Link: what is fetched ahead would be a file, and would be written down as saved.
          <a href={auditHref(first, '/api/audit')} download className={buttonClasses()}>
            <Download aria-hidden="true" className="size-4" />
            Save as CSV
          </a>
        }
      >
        Who did what, and when. Nothing here can be changed or removed. Each change of words stands in the history of
        its article; here it is told once in a quarter of an hour.
      </PageHeader>
      <AuditFilter query={query} people={people} things={things} about={about} />
      {events.length === 0 ? (
        <EmptyState icon={<ScrollText aria-hidden="true" />} title="Nothing of this kind happened">
          Choose other days, or show everything.
        </EmptyState>
      ) : (
        <AuditList events={events} query={query} time={settings} />
      )}
      <Pagination
        firstHref={query.before ? auditHref(first) : null}
        nextHref={nextCursor ? auditHref({ ...query, before: nextCursor }) : null}
        firstLabel="Newest"
        nextLabel="Older"
      />
    </PageBody>
  )
}
