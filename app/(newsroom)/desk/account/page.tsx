import type { Metadata } from 'next'
import { endAll, endSession } from '@/app/(newsroom)/admin/people/actions'
import { EmailSection } from '@/components/newsroom/account/email-section.client'
import { SessionsSection } from '@/components/newsroom/account/sessions-section'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { listSessions } from '@/lib/auth/list-sessions'
import { now } from '@/lib/clock'
import { pageActor } from '@/lib/http/page'
import { changeEmail } from './actions'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const actor = await pageActor('newsroom.enter', '/desk/account')
  return (
    <PageBody width="narrow">
      <PageHeader title="Your account">How you sign in, and where you are signed in.</PageHeader>
      <div className="flex flex-col gap-10">
        <EmailSection email={actor.email} changeEmail={changeEmail} />
        <SessionsSection
          personId={actor.id}
          personName={null}
          sessions={await listSessions(actor, actor.id)}
          now={now()}
          actions={{ endSession, endAll }}
        />
      </div>
    </PageBody>
  )
}
