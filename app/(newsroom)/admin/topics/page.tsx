import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { ShelvesList } from '@/components/newsroom/shelves/shelves-list.client'
import { pageActor } from '@/lib/http/page'
import { can } from '@/lib/policy/policy'
import { listKeptShelves } from '@/lib/shelves/list-kept-shelves'
import { change, create, merge, preview, remove } from './actions'

export const metadata: Metadata = { title: 'Topics' }

export default async function TopicsPage() {
  const actor = await pageActor('topic.edit', '/admin/topics')
  const shelves = await listKeptShelves(actor, 'topic')
  const merging = can(actor, 'topic.merge') ? { preview, merge } : null
  return (
    <PageBody width="normal">
      <PageHeader title="Topics">
        What articles may be found under. Each has a page for readers as soon as it has a public article.
      </PageHeader>
      <ShelvesList kind="topic" shelves={shelves} actions={{ create, change, remove, merging, move: null }} />
    </PageBody>
  )
}
