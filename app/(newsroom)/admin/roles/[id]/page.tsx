import { Copy } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { draftOf } from '@/components/newsroom/roles/role-draft'
import { RoleForm } from '@/components/newsroom/roles/role-form.client'
import { ButtonLink } from '@/components/ui/button-link'
import { orNotFound, pageActor } from '@/lib/http/page'
import { RoleId } from '@/lib/people/role-to-give'
import { getRole, listRolesToCopy } from '@/lib/roles/readers'
import { create, edit, preview, remove, reset } from '../actions'

export const metadata: Metadata = { title: 'Role' }

export default async function RolePage({ params }: { params: Promise<{ id: string }> }) {
  const id = RoleId.regex(/^[\w-]+$/).safeParse((await params).id).data
  const actor = await pageActor('role.edit', id ? `/admin/roles/${id}` : '/admin/roles')
  if (!id) notFound()
  const [role, { roles }] = await Promise.all([orNotFound(getRole(actor, id)), listRolesToCopy(actor)])
  return (
    <PageBody width="normal">
      <BackLink href="/admin/roles">Roles</BackLink>
      <PageHeader
        title={role.name}
        aside={
          <ButtonLink href={`/admin/roles/new?from=${role.id}`} icon={<Copy aria-hidden="true" className="size-4" />}>
            Make a copy
          </ButtonLink>
        }
      >
        {role.description}
      </PageHeader>
      <RoleForm
        kept={role}
        initial={draftOf(role)}
        others={roles.filter((other) => other.id !== role.id)}
        copied=""
        own={actor.grants}
        actions={{ create, edit, preview, remove, reset }}
      />
    </PageBody>
  )
}
