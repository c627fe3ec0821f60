import { ListFilter } from 'lucide-react'
import { LinkIfMay } from '@/components/newsroom/may.client'
import { Link } from '@/components/ui/link'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import { type AuditQuery, auditHref } from '@/lib/record/audit-query'
import type { ListedEvent } from '@/lib/record/list-events'
import { type PaperTime, printDateTime } from '@/lib/settings/paper-time'
import { thingPage } from './thing-page'

/** What happened, line by line: who did it leads to all that they did, what it was done to leads there. */
export function AuditList({
  events,
  query,
  time,
}: {
  events: readonly ListedEvent[]
  query: AuditQuery
  time: PaperTime
}) {
  return (
    <Table label="Audit log" className="md:table-fixed">
      <TableHead>
        <TableHeading className="md:w-64">When</TableHeading>
        <TableHeading>What happened</TableHeading>
        <TableHeading className="md:w-12">
          <span className="sr-only">More</span>
        </TableHeading>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <TableRow key={event.id}>
            <TableCell className="tabular text-ink-soft max-md:text-xs md:align-top">
              <time dateTime={event.at.toISOString()}>{printDateTime(event.at, time)}</time>
            </TableCell>
            <TableCell className="text-pretty break-words md:align-top">
              <Sentence event={event} query={query} />
            </TableCell>
            <TableCell className="md:text-right md:align-top">
              <AllAboutIt event={event} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

function Sentence({ event, query }: { event: ListedEvent; query: AuditQuery }) {
  const { personId, person, words } = event
  return (
    <p>
      {person === null || personId === null ? (
        words.alone
      ) : (
        <>
          <Link
            href={auditHref({ ...query, person: personId, before: undefined })}
            className="font-medium hover:underline"
          >
            {person}
          </Link>{' '}
          {words.did}
        </>
      )}
      {words.isAlone ? null : (
        <>
          {' '}
          <ThingName event={event} />
        </>
      )}
      {words.after}
    </p>
  )
}

function ThingName({ event }: { event: ListedEvent }) {
  const name = event.thing === 'person' ? event.name : `“${event.name}”`
  const page = thingPage(event)
  if (page === null) return name
  return (
    <LinkIfMay needs={page.needs} href={page.href} className="font-medium text-accent-ink hover:underline">
      {name}
    </LinkIfMay>
  )
}

function AllAboutIt({ event: { thing, thingId, name } }: { event: ListedEvent }) {
  if (thingId === null) return null
  return (
    <Link
      href={auditHref({ thing, id: thingId } as AuditQuery)}
      aria-label={`All about ${name}`}
      title={`All about ${name}`}
      className="inline-flex items-center gap-2 rounded-md text-ink-faint hover:text-ink md:size-6 md:justify-center touch:min-h-11"
    >
      <ListFilter aria-hidden="true" className="size-4" />
      <span aria-hidden="true" className="text-sm md:hidden">
        All about it
      </span>
    </Link>
  )
}
