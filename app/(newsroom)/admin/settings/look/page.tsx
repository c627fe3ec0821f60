import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { LookForm } from '@/components/newsroom/settings/look-form.client'
import { SettingsNav } from '@/components/newsroom/settings/settings-nav'
import { pageActor } from '@/lib/http/page'
import { readLookSettings } from '@/lib/look/look'
import { readSettings } from '@/lib/settings/settings'
import { changeLook } from '../actions'

export const metadata: Metadata = { title: 'Look' }

export default async function LookPage() {
  await pageActor('settings.edit', '/admin/settings/look')
  const [look, { name }] = await Promise.all([readLookSettings(), readSettings()])
  return (
    <PageBody>
      <PageHeader title="Settings">
        How the paper looks to readers. Every page follows as soon as it is saved.
      </PageHeader>
      <SettingsNav current="/admin/settings/look" />
      <LookForm key={JSON.stringify(look)} look={look} paper={name} change={changeLook} />
    </PageBody>
  )
}
