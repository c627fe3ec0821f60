import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { draftOf, withinOwn } from '@/components/newsroom/roles/role-draft'
import { RoleForm } from '@/components/newsroom/roles/role-form.client'
import { pageActor } from '@/lib/http/page'
import { listRolesToCopy } from '@/lib/roles/readers'
import { create, edit, preview, remove, reset } from '../actions'

export const metadata: Metadata = { title: 'New role' }

export default async function NewRolePage({ searchParams }: { searchParams: Promise<{ from?: string | string[] }> }) {
  const actor = await pageActor('role.edit', '/admin/roles/new')
  const { from } = await searchParams
  const { empty, roles } = await listRolesToCopy(actor)
  const copied = roles.find(({ id }) => id === from)
  const grants = withinOwn(copied?.grants ?? empty, actor.grants)
  return (
    <PageBody width="normal">
      <BackLink href="/admin/roles">Roles</BackLink>
      <PageHeader title="New role" />
      <RoleForm
        kept={null}
        initial={draftOf({ name: '', description: '', grants, needsSecondFactor: false, graceDays: 7 })}
        others={roles}
        copied={copied?.id ?? ''}
        own={actor.grants}
        actions={{ create, edit, preview, remove, reset }}
      />
    </PageBody>
  )
}
