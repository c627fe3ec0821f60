import type { Metadata } from 'next'
import { IfMay } from '@/components/newsroom/may.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { InviteMany } from '@/components/newsroom/people/invite-many.client'
import { listDesks } from '@/lib/desks/list-desks'
import { env } from '@/lib/env'
import { pageActor } from '@/lib/http/page'
import { listRolesToGive } from '@/lib/people/list-roles'
import { inviteMany, previewMany } from '../actions'

export const metadata: Metadata = { title: 'Invite many' }

export default async function InviteManyPage() {
  const actor = await pageActor('people.invite', '/admin/people/invite')
  const [roles, desks] = await Promise.all([listRolesToGive(actor), listDesks(actor)])
  return (
    <PageBody width="normal">
      <IfMay action="people.list">
        <BackLink href="/admin/people">People</BackLink>
      </IfMay>
      <PageHeader title="Invite many">
        Paste a list from a spreadsheet, or choose a file: a name, an e-mail address, a role and a desk on each line.
        Nothing is sent before you have seen what each line does.
      </PageHeader>
      <InviteMany
        roles={roles.map(({ name }) => name)}
        desks={desks.map(({ name }) => name)}
        isKept={env().SMTP_URL === undefined}
        preview={previewMany}
        invite={inviteMany}
      />
    </PageBody>
  )
}
