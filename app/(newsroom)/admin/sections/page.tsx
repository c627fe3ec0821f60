import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { ShelvesList } from '@/components/newsroom/shelves/shelves-list.client'
import { pageActor } from '@/lib/http/page'
import { can } from '@/lib/policy/policy'
import { listKeptShelves } from '@/lib/shelves/list-kept-shelves'
import { change, create, merge, move, preview, remove } from './actions'

export const metadata: Metadata = { title: 'Sections' }

export default async function SectionsPage() {
  const actor = await pageActor('section.edit', '/admin/sections')
  const shelves = await listKeptShelves(actor, 'section')
  const merging = can(actor, 'section.merge') ? { preview, merge } : null
  return (
    <PageBody width="normal">
      <PageHeader title="Sections">
        The one shelf that an article stands on, which begins its address. Those at the top stand in the masthead, in
        this order.
      </PageHeader>
      <ShelvesList kind="section" shelves={shelves} actions={{ create, change, remove, merging, move }} />
    </PageBody>
  )
}
