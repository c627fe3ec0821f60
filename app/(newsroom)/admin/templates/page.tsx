import { LayoutTemplate } from 'lucide-react'
import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { TemplatesTable } from '@/components/newsroom/templates/templates-table'
import { EmptyState } from '@/components/ui/empty-state'
import { now } from '@/lib/clock'
import { pageActor } from '@/lib/http/page'
import { listKeptTemplates } from '@/lib/templates/readers'
import { startArticle } from '../../desk/articles/actions'
import { change, remove } from './actions'

export const metadata: Metadata = { title: 'Templates' }

export default async function TemplatesPage() {
  const actor = await pageActor('template.edit', '/admin/templates')
  const templates = await listKeptTemplates(actor)
  return (
    <PageBody width="normal">
      <PageHeader title="Templates">
        How kinds of article begin: their blocks, their fields, and which fields they must have. Shape an article in the
        editor and choose “Save as template” in its menu.
      </PageHeader>
      {templates.length === 0 ? (
        <EmptyState icon={<LayoutTemplate aria-hidden="true" />} title="No templates yet">
          Open an article that has the right shape, and choose “Save as template” in its menu.
        </EmptyState>
      ) : (
        <TemplatesTable templates={templates} now={now()} actions={{ change, remove, start: startArticle }} />
      )}
    </PageBody>
  )
}
