'use client'

import { Ellipsis, RotateCcw, Send, User, UserCog, UserX, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useMay } from '@/components/newsroom/may.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { RoleChoice } from '@/lib/people/list-roles'
import { LeaveDialog } from './leave-dialog.client'
import type { PersonActions } from './person-actions'
import { RoleSelect } from './role-select.client'

type Person = { id: string; name: string; role: string; status: 'INVITED' | 'ACTIVE' | 'DEACTIVATED' }
type Question = 'role' | 'deactivate' | 'reactivate' | 'revoke'

/**
 * What whoever looks may do to one person of the list; no button where that is nothing. What cannot be taken back at a press is asked
 * first.
 */
export function PersonMenu({
  person: { id, name, role, status },
  roles,
  actions,
  isOnOwnPage = false,
}: {
  person: Person
  roles: readonly RoleChoice[]
  actions: PersonActions
  /** The page of the person is open already. */
  isOnOwnPage?: boolean
}) {
  const person = { id, name, role, status }
  const router = useRouter()
  const [question, setQuestion] = useState<Question | null>(null)
  const onOpenChange = (isOpen: boolean) => setQuestion(isOpen ? question : null)
  const mayInvite = useMay('people.invite') && status === 'INVITED'
  // What a role may is not taken away by somebody who may less: lib/people/change-role.ts.
  const mayChangeRole = useMay('people.changeRole') && roles.find((each) => each.id === role)?.canGive === true
  const mayEnd = useMay('people.deactivate') && status !== 'INVITED'
  const isDivided = (mayInvite || mayEnd) && (mayChangeRole || !isOnOwnPage || mayInvite)

  async function finish(work: Promise<ActionResult<void>>, done: string): Promise<string | undefined> {
    const result = await work
    if (!result.ok) return result.problem.message
    router.refresh()
    notify.done(done)
    return undefined
  }

  async function revoke() {
    const refusal = await finish(actions.revoke({ id: person.id }), 'The invitation is revoked')
    // There is nobody on this page any more.
    if (refusal === undefined && isOnOwnPage) router.push('/admin/people')
    return refusal
  }

  async function resend() {
    const refusal = await finish(
      actions.resend({ id: person.id }),
      `Another invitation for ${person.name} is on its way`,
    )
    if (refusal) notify.problem(refusal)
  }

  if (isOnOwnPage && !mayInvite && !mayChangeRole && !mayEnd) return null
  return (
    <>
      <Menu
        trigger={
          <IconButton
            label={`What to do with ${person.name}`}
            icon={<Ellipsis aria-hidden="true" className="size-4" />}
          />
        }
      >
        {isOnOwnPage ? null : (
          <MenuLink href={`/admin/people/${person.id}`} icon={<User aria-hidden="true" />}>
            Open their page
          </MenuLink>
        )}
        {mayInvite ? (
          <MenuItem icon={<Send aria-hidden="true" />} onSelect={() => void resend()}>
            Send the invitation again
          </MenuItem>
        ) : null}
        {mayChangeRole ? (
          <MenuItem icon={<UserCog aria-hidden="true" />} onSelect={() => setQuestion('role')}>
            Change role
          </MenuItem>
        ) : null}
        {isDivided ? <MenuSeparator /> : null}
        {mayEnd && person.status === 'ACTIVE' ? (
          <MenuItem icon={<UserX aria-hidden="true" />} isDangerous onSelect={() => setQuestion('deactivate')}>
            Deactivate
          </MenuItem>
        ) : null}
        {mayEnd && person.status === 'DEACTIVATED' ? (
          <MenuItem icon={<RotateCcw aria-hidden="true" />} onSelect={() => setQuestion('reactivate')}>
            Reactivate
          </MenuItem>
        ) : null}
        {mayInvite ? (
          <MenuItem icon={<X aria-hidden="true" />} isDangerous onSelect={() => setQuestion('revoke')}>
            Revoke the invitation
          </MenuItem>
        ) : null}
      </Menu>
      {question === 'deactivate' ? (
        <LeaveDialog
          person={person}
          look={actions.leaving}
          onClose={() => setQuestion(null)}
          onDeactivate={(choice) =>
            finish(actions.deactivate({ id: person.id, ...choice }), `${person.name} is deactivated`)
          }
        />
      ) : null}
      <ConfirmDialog
        open={question === 'reactivate'}
        onOpenChange={onOpenChange}
        title={`Reactivate ${person.name}?`}
        confirmLabel="Reactivate"
        onConfirm={() => finish(actions.reactivate({ id: person.id }), `${person.name} may sign in again`)}
      >
        {person.name} may sign in again as {nameOf(roles, person.role)}, with the password of before.
      </ConfirmDialog>
      <ConfirmDialog
        open={question === 'revoke'}
        onOpenChange={onOpenChange}
        title={`Revoke the invitation of ${person.name}?`}
        confirmLabel="Revoke"
        isDangerous
        onConfirm={() => revoke()}
      >
        The link that was sent stops working and {person.name} leaves this list.
      </ConfirmDialog>
      {question === 'role' ? (
        <RoleDialog
          person={person}
          roles={roles}
          onClose={() => setQuestion(null)}
          onGive={(role) =>
            finish(actions.giveRole({ id: person.id, role }), `${person.name} is ${nameOf(roles, role)} now`)
          }
        />
      ) : null}
    </>
  )
}

function nameOf(roles: readonly RoleChoice[], id: string): string {
  return roles.find((role) => role.id === id)?.name.toLowerCase() ?? 'of another role'
}

function RoleDialog({
  person,
  roles,
  onGive,
  onClose,
}: {
  person: Person
  roles: readonly RoleChoice[]
  onGive: (role: string) => Promise<string | undefined>
  onClose: () => void
}): ReactNode {
  const formId = useId()
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const chosen = new FormData(event.currentTarget).get('role')
    setIsBusy(true)
    const answer = await onGive(typeof chosen === 'string' ? chosen : person.role)
    setIsBusy(false)
    setRefusal(answer)
    if (answer === undefined) onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size="small"
      title={`Role of ${person.name}`}
      description="It holds from the next thing that they do."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            Change role
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {refusal === undefined ? null : <Callout tone="danger">{refusal}</Callout>}
        <RoleSelect roles={roles} defaultRole={person.role} />
      </form>
    </Dialog>
  )
}
