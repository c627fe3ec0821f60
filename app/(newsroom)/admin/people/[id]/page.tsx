import { Monitor } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { FactorOfPerson } from '@/components/newsroom/account/factor-of-person'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { Belongings } from '@/components/newsroom/people/belongings'
import { browserWords } from '@/components/newsroom/people/browser-words'
import { EndSessionButton } from '@/components/newsroom/people/end-session-button.client'
import { PersonFacts } from '@/components/newsroom/people/person-facts'
import { PersonMenu } from '@/components/newsroom/people/person-menu.client'
import { PersonState } from '@/components/newsroom/people/person-state'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { PersonRights } from '@/components/newsroom/roles/person-rights'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { now } from '@/lib/clock'
import { orNotFound, pageActor } from '@/lib/http/page'
import { lookAtLeaving } from '@/lib/people/leaving/look-at-leaving'
import { listRoles } from '@/lib/people/list-roles'
import { getPerson } from '@/lib/people/readers'
import { can } from '@/lib/policy/policy'
import { endSession, resetFactor } from '../actions'

import { personActions } from '../person-actions'

export const metadata: Metadata = { title: 'Person' }

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id).data
  const actor = await pageActor('people.list', id ? `/admin/people/${id}` : '/admin/people')
  if (!id) notFound()
  const person = await orNotFound(getPerson(actor, id))
  const at = now()
  return (
    <PageBody width="narrow">
      <BackLink href="/admin/people">People</BackLink>
      <PageHeader
        title={person.name}
        aside={<PersonMenu person={person} roles={await listRoles(actor)} actions={personActions} isOnOwnPage />}
      >
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="break-all">{person.email}</span>
          <span>{person.roleName}</span>
          <PersonState status={person.status} invitedUntil={person.invitedUntil} now={at} />
        </span>
      </PageHeader>
      <PersonFacts person={person} now={at} />
      <PersonRights actor={actor} personId={id} />
      <h2 className="mb-3 font-semibold text-base">Signed in</h2>
      {person.sessions.length === 0 ? (
        <EmptyState icon={<Monitor aria-hidden="true" />} title="No open sessions">
          {person.name} is not signed in anywhere.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {person.sessions.map((session) => {
            const browser = browserWords(session.userAgent)
            return (
              <li key={session.id} className="flex items-center gap-4 px-4 py-3">
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
                    {browser}
                    {session.id === actor.sessionId ? <Badge tone="accent">This browser</Badge> : null}
                  </p>
                  <p className="text-ink-faint text-xs">
                    {session.address === '' ? null : <span className="break-all">{session.address} · </span>}
                    seen <RelativeTime at={session.lastSeenAt} now={at} /> · signed in{' '}
                    <RelativeTime at={session.createdAt} now={at} />
                  </p>
                </div>
                <EndSessionButton sessionId={session.id} browser={browser} endSession={endSession} />
              </li>
            )
          })}
        </ul>
      )}
      <FactorOfPerson actor={actor} person={{ id: person.id, name: person.name }} resetFactor={resetFactor} />
      {can(actor, 'people.deactivate') ? (
        <section aria-labelledby="theirs" className="mt-10">
          <h2 id="theirs" className="mb-3 font-semibold text-base">
            What is theirs
          </h2>
          <Belongings name={person.name} leaving={await lookAtLeaving(actor, { id })} />
        </section>
      ) : null}
    </PageBody>
  )
}
