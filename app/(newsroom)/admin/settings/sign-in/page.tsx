import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { SettingsNav } from '@/components/newsroom/settings/settings-nav'
import { SignInSettingsForm } from '@/components/newsroom/settings/sign-in-settings-form.client'
import { readClientSecret } from '@/lib/auth/oidc/client-secret'
import { callbackAddress } from '@/lib/auth/oidc/house'
import { pageActor } from '@/lib/http/page'
import { readGroup } from '@/lib/settings/setting-group'
import { SIGN_IN } from '@/lib/settings/sign-in-settings'
import { change, test } from './actions'

export const metadata: Metadata = { title: 'Signing in' }

export default async function SignInSettingsPage() {
  await pageActor('settings.edit', '/admin/settings/sign-in')
  const settings = await readGroup(SIGN_IN)
  const hasSecret = (await readClientSecret(settings)) !== null
  return (
    <PageBody width="narrow">
      <PageHeader title="Signing in">How people come in, and how long they stay signed in.</PageHeader>
      <SettingsNav current="/admin/settings/sign-in" />
      <SignInSettingsForm
        key={JSON.stringify([settings, hasSecret])}
        settings={settings}
        hasSecret={hasSecret}
        callback={callbackAddress()}
        change={change}
        test={test}
      />
    </PageBody>
  )
}
