import { Rows3, Users } from 'lucide-react'
import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { ChooseAll, ChosenPeople } from '@/components/newsroom/people/chosen-people.client'
import { InviteDialog } from '@/components/newsroom/people/invite-dialog.client'
import { PeopleFilter } from '@/components/newsroom/people/people-filter.client'
import { isPeopleFiltered, PeopleQuery, peopleHref } from '@/components/newsroom/people/people-query'
import { PeopleStates } from '@/components/newsroom/people/people-states'
import { PeopleTable } from '@/components/newsroom/people/people-table'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { now } from '@/lib/clock'
import { listDesks } from '@/lib/desks/list-desks'
import { env } from '@/lib/env'
import { pageActor } from '@/lib/http/page'
import { listPeople } from '@/lib/people/list-people'
import { listRoles } from '@/lib/people/list-roles'
import { can } from '@/lib/policy/policy'
import { invite, resendMany, revokeMany } from './actions'
import { personActions } from './person-actions'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const query = PeopleQuery.parse(await searchParams)
  const actor = await pageActor('people.list', peopleHref(query))
  const [{ people, counts, nextCursor }, roles, desks] = await Promise.all([
    listPeople(actor, query),
    listRoles(actor),
    listDesks(actor),
  ])
  const mayInvite = can(actor, 'people.invite')
  const invited = people.filter(({ status }) => status === 'INVITED').length
  const aside = mayInvite ? (
    <div className="flex flex-wrap gap-2">
      <ButtonLink href="/admin/people/invite" icon={<Rows3 aria-hidden="true" className="size-4" />}>
        Invite many
      </ButtonLink>
      <InviteDialog invite={invite} roles={roles} isKept={env().SMTP_URL === undefined} />
    </div>
  ) : null
  return (
    <PageBody width="wide">
      <PageHeader title="People" aside={aside}>
        Who may sign in, and as what. Somebody who leaves keeps the byline.
      </PageHeader>
      <PeopleFilter query={query} roles={roles} desks={desks} />
      <PeopleStates query={query} counts={counts} />
      {people.length === 0 ? (
        <NobodyThere query={query} />
      ) : (
        <ChosenPeople resend={resendMany} revoke={revokeMany}>
          {mayInvite && invited > 1 ? <ChooseAll /> : null}
          <PeopleTable
            people={people}
            roles={roles}
            ownId={actor.id}
            now={now()}
            actions={personActions}
            canChoose={mayInvite}
          />
        </ChosenPeople>
      )}
      <Pagination
        firstHref={query.cursor === undefined ? null : peopleHref({ ...query, cursor: undefined })}
        nextHref={nextCursor === null ? null : peopleHref({ ...query, cursor: nextCursor })}
      />
    </PageBody>
  )
}

function NobodyThere({ query }: { query: PeopleQuery }) {
  const isFiltered = isPeopleFiltered(query)
  return (
    <EmptyState
      icon={<Users aria-hidden="true" />}
      title={isFiltered ? 'Nobody fits all of this' : 'Nobody else stands here'}
      actions={isFiltered ? <ButtonLink href="/admin/people">Show everybody</ButtonLink> : null}
    >
      {isFiltered ? 'Take a filter away, or look for another part of the name or the e-mail address.' : null}
    </EmptyState>
  )
}
