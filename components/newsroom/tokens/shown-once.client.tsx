'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { notify } from '@/components/ui/toaster.client'

type ShownOnceProps = {
  title: string
  label: string
  secret: string
  /** What to do with it. */
  hint: string
  onClose: () => void
}

/** A secret that was just made, this once: nothing of ours can show it again. */
export function ShownOnce({ title, label, secret, hint, onClose }: ShownOnceProps) {
  const field = useRef<HTMLInputElement>(null)

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret)
      notify.done('Copied')
    } catch {
      field.current?.select()
      notify.problem('The browser does not let us copy it. It is marked: copy it by hand.')
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title={title}
      description="Copy it now: it is shown this once, and nobody can read it again."
      initialFocus={field}
      footer={
        <>
          <DialogClose render={<Button>Done</Button>} />
          <Button variant="primary" onClick={copy}>
            Copy
          </Button>
        </>
      }
    >
      <Field label={label} hint={hint}>
        <Input
          ref={field}
          readOnly
          value={secret}
          onFocus={(event) => event.target.select()}
          className="font-mono"
          spellCheck={false}
        />
      </Field>
    </Dialog>
  )
}
