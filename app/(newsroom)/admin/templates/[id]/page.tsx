import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { TemplatePreview } from '@/components/newsroom/templates/template-preview'
import { ButtonLink } from '@/components/ui/button-link'
import { resolveReferences } from '@/lib/articles/resolve-references'
import { isId } from '@/lib/document/addresses'
import { orNotFound, pageActor } from '@/lib/http/page'
import { readSettings } from '@/lib/settings/settings'
import { listSections } from '@/lib/shelves/list-shelves'
import { getTemplate } from '@/lib/templates/readers'

export const metadata: Metadata = { title: 'Template' }

export default async function TemplatePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await pageActor('template.edit', `/admin/templates/${id}`)
  if (!isId(id)) notFound()
  const template = await orNotFound(getTemplate(actor, id))
  const [resolved, time, sections] = await Promise.all([
    resolveReferences(template.document),
    readSettings(),
    listSections(actor),
  ])
  return (
    <PageBody width="narrow">
      <PageHeader title={template.name} aside={<ButtonLink href="/admin/templates">All templates</ButtonLink>}>
        {template.description}
      </PageHeader>
      <TemplatePreview
        template={template}
        section={sections.find((section) => section.id === template.fields.sectionId)?.name ?? null}
        printing={{ resolved, time, path: '/' }}
      />
    </PageBody>
  )
}
