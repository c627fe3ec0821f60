import { RelativeTime } from '@/components/newsroom/relative-time'
import { Link } from '@/components/ui/link'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import { FIELD_WORDS } from '@/lib/templates/field-words'
import type { KeptTemplate } from '@/lib/templates/readers'
import { type TemplateActions, TemplateMenu } from './template-menu.client'

export function TemplatesTable({
  templates,
  now,
  actions,
}: {
  templates: readonly KeptTemplate[]
  now: Date
  actions: TemplateActions
}) {
  return (
    <Table label="Templates">
      <TableHead>
        <TableHeading>Name</TableHeading>
        <TableHeading>Required fields</TableHeading>
        <TableHeading>Articles</TableHeading>
        <TableHeading>Changed</TableHeading>
        <TableHeading>
          <span className="sr-only">Actions</span>
        </TableHeading>
      </TableHead>
      <TableBody>
        {templates.map(({ updatedAt, articles, ...template }) => (
          <TableRow key={template.id}>
            <TableCell className="max-md:pr-12">
              <Link href={`/admin/templates/${template.id}`} className="font-medium hover:underline">
                {template.name}
              </Link>
              {template.description === '' ? null : (
                <p className="text-pretty text-ink-faint text-xs">{template.description}</p>
              )}
            </TableCell>
            <TableCell label="Required" className="text-ink-soft">
              {template.requiredFields.map((field) => FIELD_WORDS[field]).join(', ') || 'None'}
            </TableCell>
            <TableCell label="Articles" className="tabular text-ink-soft">
              {articles}
            </TableCell>
            <TableCell label="Changed" className="whitespace-nowrap text-ink-soft">
              <RelativeTime at={updatedAt} now={now} />
            </TableCell>
            <TableCell className="text-right max-md:absolute max-md:top-2 max-md:right-2">
              <TemplateMenu template={template} actions={actions} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
