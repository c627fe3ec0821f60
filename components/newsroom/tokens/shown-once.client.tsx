'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button.client'
import { CopyField } from '@/components/ui/copy-field.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'

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

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title={title}
      description="Copy it now: it is shown this once, and nobody can read it again."
      initialFocus={field}
      footer={<DialogClose render={<Button variant="primary">Done</Button>} />}
    >
      <CopyField
        inputRef={field}
        label={label}
        hint={hint}
        value={secret}
        copyLabel={`Copy the ${label.toLowerCase()}`}
      />
    </Dialog>
  )
}
