import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { endAll, endSession } from '@/app/(newsroom)/admin/people/actions'
import { EmailSection } from '@/components/newsroom/account/email-section.client'
import { PasswordSection } from '@/components/newsroom/account/password-section.client'
import { SecondFactorSection } from '@/components/newsroom/account/second-factor-section.client'
import { SessionsSection } from '@/components/newsroom/account/sessions-section'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { listSessions } from '@/lib/auth/list-sessions'
import { now } from '@/lib/clock'
import { ownPageActor } from '@/lib/http/page'
import { getOwnFactors } from '@/lib/second-factor/get-factors'
import { readSettings } from '@/lib/settings/settings'
import {
  beginApp,
  changeEmail,
  changePassword,
  confirmApp,
  removeApp,
  removePasskey,
  renamePasskey,
  renewCodes,
} from './actions'

export const metadata: Metadata = { title: 'Your account' }

/** How somebody signs in, which is theirs whatever their role lets them do. */
export default async function AccountPage() {
  const actor = await ownPageActor('/desk/account')
  if (actor.secondFactor?.isOverdue) redirect('/desk/account/second-factor')
  const [factors, { name }] = await Promise.all([getOwnFactors(actor), readSettings()])
  return (
    <PageBody width="narrow">
      <PageHeader title="Your account">
        <span className="wrap-anywhere">{actor.email}</span>
      </PageHeader>
      {factors.hasPassword ? <PasswordSection email={actor.email} changePassword={changePassword} /> : null}
      <SecondFactorSection
        factors={factors}
        paperName={name}
        now={now()}
        next={null}
        actions={{ beginApp, confirmApp, removeApp, renewCodes, renamePasskey, removePasskey }}
      />
      <EmailSection email={actor.email} changeEmail={changeEmail} />
      <SessionsSection
        personId={actor.id}
        personName={null}
        sessions={await listSessions(actor, actor.id)}
        now={now()}
        actions={{ endSession, endAll }}
      />
    </PageBody>
  )
}
