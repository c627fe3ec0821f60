import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { FactorOfPerson } from '@/components/newsroom/account/factor-of-person'
import { SessionsSection } from '@/components/newsroom/account/sessions-section'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { Belongings } from '@/components/newsroom/people/belongings'
import { PersonFacts } from '@/components/newsroom/people/person-facts'
import { PersonMenu } from '@/components/newsroom/people/person-menu.client'
import { PersonState } from '@/components/newsroom/people/person-state'
import { PersonRights } from '@/components/newsroom/roles/person-rights'
import { listSessions } from '@/lib/auth/list-sessions'
import { mayEndSessionsOf } from '@/lib/auth/may-end-sessions'
import { now } from '@/lib/clock'
import { orNotFound, pageActor } from '@/lib/http/page'
import { lookAtLeaving } from '@/lib/people/leaving/look-at-leaving'
import { listRoles } from '@/lib/people/list-roles'
import { getPerson } from '@/lib/people/readers'
import { can } from '@/lib/policy/policy'
import { endAll, endSession, resetFactor } from '../actions'
import { personActions } from '../person-actions'

export const metadata: Metadata = { title: 'Person' }

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id).data
  const actor = await pageActor('people.list', id ? `/admin/people/${id}` : '/admin/people')
  if (!id) notFound()
  const person = await orNotFound(getPerson(actor, id))
  const roles = await listRoles(actor)
  const at = now()
  return (
    <PageBody width="narrow">
      <BackLink href="/admin/people">People</BackLink>
      <PageHeader
        title={person.name}
        aside={<PersonMenu person={person} roles={roles} actions={personActions} isOnOwnPage />}
      >
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="wrap-anywhere">{person.email}</span>
          <span>{person.roleName}</span>
          <PersonState status={person.status} invitedUntil={person.invitedUntil} now={at} />
        </span>
      </PageHeader>
      <PersonFacts person={person} now={at} />
      <div className="flex flex-col gap-10">
        {mayEndSessionsOf(actor, person.id) ? (
          <SessionsSection
            personId={person.id}
            personName={person.name}
            sessions={await listSessions(actor, person.id)}
            now={at}
            actions={{ endSession, endAll }}
          />
        ) : null}
        <FactorOfPerson
          actor={actor}
          person={{ id: person.id, name: person.name }}
          mayExceed={roles.find((role) => role.id === person.role)?.canGive !== true}
          resetFactor={resetFactor}
        />
        {can(actor, 'people.deactivate') ? (
          <section aria-labelledby="theirs">
            <h2 id="theirs" className="mb-3 font-semibold text-base">
              What is theirs
            </h2>
            <Belongings name={person.name} leaving={await lookAtLeaving(actor, { id })} />
          </section>
        ) : null}
        <PersonRights actor={actor} personId={id} />
      </div>
    </PageBody>
  )
}
