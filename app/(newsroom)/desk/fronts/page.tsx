import type { Metadata } from 'next'
import { FrontsList } from '@/components/newsroom/fronts/fronts-list'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { listFronts } from '@/lib/fronts/list-fronts'
import { pageActor } from '@/lib/http/page'
import { readSettings } from '@/lib/settings/settings'

export const metadata: Metadata = { title: 'Fronts' }

export default async function FrontsPage() {
  const actor = await pageActor('front.read', '/desk/fronts')
  const [fronts, settings] = await Promise.all([listFronts(actor), readSettings()])
  return (
    <PageBody width="normal">
      <PageHeader title="Fronts">
        What readers meet first: the front page and that of each section. One that nobody lays out is laid out by
        itself.
      </PageHeader>
      <FrontsList fronts={fronts} time={settings} />
    </PageBody>
  )
}
