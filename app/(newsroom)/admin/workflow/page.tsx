import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { RuleForm } from '@/components/newsroom/workflow/rule-form.client'
import { getWorkflow } from '@/lib/articles/get-workflow'
import { pageActor } from '@/lib/http/page'
import { setRule } from './actions'

export const metadata: Metadata = { title: 'Workflow' }

export default async function WorkflowPage() {
  const actor = await pageActor('workflow.edit', '/admin/workflow')
  const workflow = await getWorkflow(actor)
  return (
    <PageBody width="narrow">
      <PageHeader title="Workflow">
        What has to happen before anything goes to readers: one rule for the whole paper, whatever button is pressed.
      </PageHeader>
      <RuleForm key={workflow.rule} workflow={workflow} setRule={setRule} />
    </PageBody>
  )
}
