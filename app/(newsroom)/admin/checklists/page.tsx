import type { Metadata } from 'next'
import { KindSelect } from '@/components/newsroom/checklists/kind-select.client'
import { LevelsList } from '@/components/newsroom/checklists/levels-list.client'
import { NeverGoesOut } from '@/components/newsroom/checklists/never-goes-out'
import { QuestionsList } from '@/components/newsroom/checklists/questions-list.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { getChecklist } from '@/lib/checklists/readers'
import { isId } from '@/lib/document/addresses'
import { orNotFound, pageActor } from '@/lib/http/page'
import { add, change, move, remove, weigh } from './actions'

export const metadata: Metadata = { title: 'Checklists' }

export default async function ChecklistsPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await pageActor('checklist.edit', '/admin/checklists')
  const { kind } = await searchParams
  const templateId = typeof kind === 'string' && isId(kind) ? kind : null
  const checklist = await orNotFound(getChecklist(actor, templateId))
  return (
    <PageBody width="normal">
      <PageHeader title="Checklists">
        What the paper asks of a story before readers see it. What blocks holds the story back until it is put right, or
        until somebody who may says why it goes out all the same.
      </PageHeader>
      <KindSelect kinds={checklist.kinds} currentId={templateId} />
      <div key={templateId} className="mt-8 space-y-10">
        <QuestionsList checklist={checklist} actions={{ add, change, move, remove }} />
        <LevelsList checklist={checklist} weigh={weigh} />
        <NeverGoesOut />
      </div>
    </PageBody>
  )
}
