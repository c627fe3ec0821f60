import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SecondFactorSection } from '@/components/newsroom/account/second-factor-section.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { SignOutButton } from '@/components/newsroom/people/sign-out-button.client'
import { now } from '@/lib/clock'
import { ownPageActor } from '@/lib/http/page'
import { getOwnFactors } from '@/lib/second-factor/get-factors'
import { readSettings } from '@/lib/settings/settings'
import { beginApp, confirmApp, removeApp, removePasskey, renamePasskey, renewCodes } from '../actions'

export const metadata: Metadata = { title: 'Set up a second factor' }

/** All that opens to somebody who has had time to set a second factor up and has not. */
export default async function SetUpSecondFactorPage() {
  const actor = await ownPageActor('/desk/account/second-factor')
  if (!actor.secondFactor?.isOverdue) redirect('/desk/account')
  const [factors, { name }] = await Promise.all([getOwnFactors(actor), readSettings()])
  return (
    <PageBody width="narrow">
      <PageHeader title="Set up a second factor" aside={<SignOutButton personId={actor.id} size="small" />}>
        Your role needs one, and the time to set it up is over. It takes two minutes. Then the newsroom is open again,
        and everything that you wrote is there.
      </PageHeader>
      <SecondFactorSection
        factors={factors}
        paperName={name}
        now={now()}
        next="/desk"
        actions={{ beginApp, confirmApp, removeApp, renewCodes, renamePasskey, removePasskey }}
      />
    </PageBody>
  )
}
