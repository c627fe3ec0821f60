'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'

const NAME_MOST = 80

/** Asks for the name of a version. */
export function NameDialog({
  title,
  onName,
  onClose,
}: {
  title: string
  /** Answers why it did not work, or null. */
  onName: (name: string) => Promise<string | null>
  onClose: () => void
}) {
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (name.trim() === '') {
      setProblem('Give it a name.')
      return
    }
    setIsBusy(true)
    setProblem(await onName(name).catch(() => 'That did not work. Try again.'))
    setIsBusy(false)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title="Name this version"
      description={title === 'Now' ? 'The text as it stands now is kept under a name.' : title}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="primary" busy={isBusy} onClick={() => form.current?.requestSubmit()}>
            Name it
          </Button>
        </>
      }
    >
      <form ref={form} onSubmit={submit}>
        <Field label="Name" error={problem} aside={`${name.length} of ${NAME_MOST}`}>
          <Input
            value={name}
            maxLength={NAME_MOST}
            placeholder="Before legal"
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}
