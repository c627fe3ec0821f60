import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { SettingsForm } from '@/components/newsroom/settings/settings-form.client'
import { SettingsNav } from '@/components/newsroom/settings/settings-nav'
import { pageActor } from '@/lib/http/page'
import { readSettings } from '@/lib/settings/settings'
import { listTimeZones } from '@/lib/settings/time-zones'
import { change } from './actions'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  await pageActor('settings.edit', '/admin/settings')
  const settings = await readSettings()
  return (
    <PageBody width="narrow">
      <PageHeader title="Settings">
        What the paper says of itself. Every page for readers follows as soon as it is saved.
      </PageHeader>
      <SettingsNav current="/admin/settings" />
      <SettingsForm
        key={JSON.stringify(settings)}
        settings={settings}
        timeZones={listTimeZones(settings.timeZone)}
        change={change}
      />
    </PageBody>
  )
}
