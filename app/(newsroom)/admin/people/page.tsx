import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { InviteDialog } from '@/components/newsroom/people/invite-dialog.client'
import { PeopleTable } from '@/components/newsroom/people/people-table'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { pageActor } from '@/lib/http/page'
import { listRoles } from '@/lib/people/list-roles'
import { listPeople } from '@/lib/people/readers'
import { deactivate, giveRole, invite, reactivate, resend, revoke } from './actions'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const actor = await pageActor('people.list', '/admin/people')
  const [people, roles] = await Promise.all([listPeople(actor), listRoles(actor)])
  return (
    <PageBody width="normal">
      <PageHeader
        title="People"
        aside={<InviteDialog invite={invite} roles={roles} isKept={env().SMTP_URL === undefined} />}
      >
        Who may sign in, and as what. Somebody who leaves keeps the byline.
      </PageHeader>
      <PeopleTable
        people={people}
        roles={roles}
        ownId={actor.id}
        now={now()}
        actions={{ giveRole, deactivate, reactivate, resend, revoke }}
      />
    </PageBody>
  )
}
