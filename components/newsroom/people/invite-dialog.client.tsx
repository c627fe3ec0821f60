'use client'

import { Mail } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { Problem } from '@/lib/http/answers'
import type { RoleChoice } from '@/lib/people/list-roles'
import { problemParts } from './problem-parts'
import { RoleSelect } from './role-select.client'

type Invite = (input: { name: string; email: string; role: string }) => Promise<ActionResult<{ id: string }>>

/** @param isKept mail does not leave this machine: the invitation is read under Mail */
export function InviteDialog({
  invite,
  roles,
  isKept,
}: {
  invite: Invite
  roles: readonly RoleChoice[]
  isKept: boolean
}) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button variant="primary" icon={<Mail aria-hidden="true" className="size-4" />} onClick={() => setIsOpen(true)}>
        Invite somebody
      </Button>
      {isOpen ? <OpenDialog invite={invite} roles={roles} isKept={isKept} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}

function OpenDialog({
  invite,
  roles,
  isKept,
  onClose,
}: {
  invite: Invite
  roles: readonly RoleChoice[]
  isKept: boolean
  onClose: () => void
}) {
  const router = useRouter()
  const formId = useId()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, ['name', 'email', 'role'])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const form = new FormData(event.currentTarget)
    const role = String(form.get('role'))
    setIsBusy(true)
    const result = await invite({ name: String(form.get('name')), email: String(form.get('email')), role })
    setIsBusy(false)
    if (!result.ok) {
      setProblem(result.problem)
      return
    }
    onClose()
    router.refresh()
    notify.done(isKept ? 'Invited. The mail is kept under Mail.' : 'Invited. The mail is on its way.')
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      isSticky
      size="small"
      title="Invite somebody"
      description="They get a mail with a link that works once, for 48 hours."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            Send invitation
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <Field label="Name" error={of.name}>
          <Input name="name" autoComplete="off" required maxLength={120} />
        </Field>
        <Field label="E-mail" error={of.email}>
          <Input name="email" type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} required />
        </Field>
        <RoleSelect roles={roles} defaultRole="REPORTER" error={of.role} />
      </form>
    </Dialog>
  )
}
