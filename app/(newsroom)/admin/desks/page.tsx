import type { Metadata } from 'next'
import { DesksList } from '@/components/newsroom/desks/desks-list.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { listKeptDesks } from '@/lib/desks/list-desks'
import { pageActor } from '@/lib/http/page'
import { listNames } from '@/lib/people/list-names'
import { listSections } from '@/lib/shelves/list-shelves'
import { change, create, move, remove } from './actions'

export const metadata: Metadata = { title: 'Desks' }

export default async function DesksPage() {
  const actor = await pageActor('desk.edit', '/admin/desks')
  const [desks, people, sections] = await Promise.all([listKeptDesks(actor), listNames(actor), listSections(actor)])
  return (
    <PageBody width="normal">
      <PageHeader title="Desks">
        Who works together. Leads approve, send back, plan and publish what is their desk’s; what is filed in a section
        goes to the desk that looks after it.
      </PageHeader>
      <DesksList
        desks={desks}
        people={people.filter(({ isActive }) => isActive).map(({ id, name }) => ({ id, label: name }))}
        sections={sections.map(({ id, name }) => ({ id, label: name }))}
        actions={{ create, change, move, remove }}
      />
    </PageBody>
  )
}
