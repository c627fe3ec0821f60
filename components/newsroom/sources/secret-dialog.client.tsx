'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { notify } from '@/components/ui/toaster.client'
import type { Problem } from '@/lib/http/answers'
import { SECRET_FIELDS, type SecretFields, SecretFieldset } from './secret-fields.client'
import type { SourceActions } from './source-actions'

type Props = {
  id: string
  secret: SecretFields & { version: number }
  changeSecret: SourceActions['changeSecret']
  onClose: (isSaved: boolean) => void
}

/** Changes name, contact and notes of a source. */
export function SecretDialog({ id, secret, changeSecret, onClose }: Props) {
  const router = useRouter()
  const formId = useId()
  const { version: base, ...before } = secret
  const [fields, setFields] = useState<SecretFields>(before)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, SECRET_FIELDS)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    try {
      const result = await changeSecret({ id, base, ...fields })
      setProblem(result.ok ? null : result.problem)
      if (result.ok) {
        onClose(true)
        router.refresh()
        notify.done('Sealed again')
      }
    } catch {
      notify.problem('The server could not be reached. What you typed is still here: try again.')
    }
    setIsBusy(false)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose(false)}
      isSticky
      title="Change what is sealed"
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate autoComplete="off" className="grid gap-4">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <SecretFieldset fields={fields} onChange={setFields} of={of} />
      </form>
    </Dialog>
  )
}
