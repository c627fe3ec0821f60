import type { Metadata } from 'next'
import { IfMay } from '@/components/newsroom/may.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { NewSourceForm } from '@/components/newsroom/sources/new-source-form.client'
import { pageActor } from '@/lib/http/page'
import { listNames } from '@/lib/people/list-names'
import { create, find } from '../actions'

export const metadata: Metadata = { title: 'New source' }

export default async function NewSourcePage() {
  const actor = await pageActor('source.create', '/desk/sources/new')
  const names = await listNames(actor)
  const people = names.filter(({ isActive }) => isActive).map(({ id, name }) => ({ id, label: name }))
  return (
    <PageBody width="narrow">
      <IfMay action="source.read">
        <BackLink href="/desk/sources">Sources</BackLink>
      </IfMay>
      <PageHeader title="New source" />
      <NewSourceForm me={{ id: actor.id, label: actor.name }} people={people} actions={{ create, find }} />
    </PageBody>
  )
}
