import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { SessionsSection } from '@/components/newsroom/account/sessions-section'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { PersonState } from '@/components/newsroom/people/person-state'
import { listSessions } from '@/lib/auth/list-sessions'
import { now } from '@/lib/clock'
import { orNotFound, pageActor } from '@/lib/http/page'
import { getPerson } from '@/lib/people/readers'
import { can } from '@/lib/policy/policy'
import { endAll, endSession } from '../actions'

export const metadata: Metadata = { title: 'Sessions' }

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id).data
  const actor = await pageActor('people.list', id ? `/admin/people/${id}` : '/admin/people')
  if (!id) notFound()
  const person = await orNotFound(getPerson(actor, id))
  const at = now()
  return (
    <PageBody width="narrow">
      <BackLink href="/admin/people">People</BackLink>
      <PageHeader title={person.name}>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="break-all">{person.email}</span>
          <span>{person.roleName}</span>
          <PersonState status={person.status} invitedUntil={person.invitedUntil} now={at} />
        </span>
      </PageHeader>
      {can(actor, 'session.end', { ownerIds: [person.id] }) ? (
        <SessionsSection
          personId={person.id}
          personName={person.name}
          sessions={await listSessions(actor, person.id)}
          now={at}
          actions={{ endSession, endAll }}
        />
      ) : null}
    </PageBody>
  )
}
