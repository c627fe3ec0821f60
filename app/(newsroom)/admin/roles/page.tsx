import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { RolesTable } from '@/components/newsroom/roles/roles-table'
import { ButtonLink } from '@/components/ui/button-link'
import { pageActor } from '@/lib/http/page'
import { listKeptRoles } from '@/lib/roles/readers'

export const metadata: Metadata = { title: 'Roles' }

export default async function RolesPage() {
  const actor = await pageActor('role.edit', '/admin/roles')
  const roles = await listKeptRoles(actor)
  return (
    <PageBody width="normal">
      <PageHeader
        title="Roles"
        aside={
          <ButtonLink href="/admin/roles/new" variant="primary" icon={<Plus aria-hidden="true" className="size-4" />}>
            New role
          </ButtonLink>
        }
      >
        What people may do. Each person has one role; the desks that they belong to decide how far it reaches.
      </PageHeader>
      <RolesTable roles={roles} />
    </PageBody>
  )
}
