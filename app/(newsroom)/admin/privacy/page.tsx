import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { ReaderLookUp } from '@/components/newsroom/privacy/reader-look-up.client'
import { RetentionForm } from '@/components/newsroom/privacy/retention-form.client'
import { WhatStays } from '@/components/newsroom/privacy/what-stays'
import { pageActor } from '@/lib/http/page'
import { PRIVACY } from '@/lib/settings/privacy-settings'
import { readGroup } from '@/lib/settings/setting-group'
import { change, erase, show } from './actions'

export const metadata: Metadata = { title: 'Privacy' }

export default async function PrivacyPage() {
  await pageActor('privacy.edit', '/admin/privacy')
  const settings = await readGroup(PRIVACY)
  return (
    <PageBody width="narrow">
      <PageHeader title="Privacy">What the paper has of a reader, and how long it keeps it.</PageHeader>
      <div className="flex min-w-0 flex-col gap-12">
        <ReaderLookUp show={show} erase={erase} />
        <RetentionForm key={JSON.stringify(settings)} settings={settings} change={change} />
        <WhatStays />
      </div>
    </PageBody>
  )
}
